# Sparsity against error
# Share of the weights kept against the error on a fresh input as R varies, for so many samples an
# input and for samples without number. Means of 280 trials a point; bars: 95 % intervals by Student's
# t.
#
# Rebuild with: gnuplot frontier.gp   (reads frontier.csv, writes frontier.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "frontier.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
# The rows of a series: x where a row is one of them.
of(panel, series, kind, x) = (strcol("panel") eq panel && strcol("series") eq series && strcol("kind") eq kind) ? column(x) : NaN
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
if (format eq "svg") { set terminal svg size 1280,775 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2560,1550 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 21.3cm,12.9cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 21.3cm,12.9cm font "\\small" linewidth 0.8 }
set output "frontier.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.5871; set tmargin at screen 0.9484
set title (tex ? '$N = 50$, $s/N = 0.1$' : '{/:Italic N} = 50, {/:Italic s}/{/:Italic N} = 0.1')
unset logscale x
set xrange [0.0:1.0]
set xtics nomirror autofreq
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'share of weights kept' : 'share of weights kept')
unset colorbox
plot data using (of("N = 50 · s/N = 0.1", "", "reference", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("N = 50 · s/N = 0.1", "P/N = 1.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 50 · s/N = 0.1", "P/N = 2.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#46327e' dashtype 1, \
  data using (of("N = 50 · s/N = 0.1", "P/N = 3.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 50 · s/N = 0.1", "P/N = 5.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#4ac16d' dashtype 1, \
  data using (of("N = 50 · s/N = 0.1", "P/N = 8.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 50 · s/N = 0.1", "P/N = 1.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 50 · s/N = 0.1", "P/N = 1.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 50 · s/N = 0.1", "P/N = 2.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#46327e', \
  data using (of("N = 50 · s/N = 0.1", "P/N = 2.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 5 pointsize 0.8 linecolor '#46327e', \
  data using (of("N = 50 · s/N = 0.1", "P/N = 3.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 50 · s/N = 0.1", "P/N = 3.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 9 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 50 · s/N = 0.1", "P/N = 5.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#4ac16d', \
  data using (of("N = 50 · s/N = 0.1", "P/N = 5.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 13 pointsize 0.8 linecolor '#4ac16d', \
  data using (of("N = 50 · s/N = 0.1", "P/N = 8.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 50 · s/N = 0.1", "P/N = 8.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 6 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.5871; set tmargin at screen 0.9484
set title (tex ? '$N = 50$, $s/N = 1.0$' : '{/:Italic N} = 50, {/:Italic s}/{/:Italic N} = 1.0')
unset logscale x
set xrange [0.0:1.0]
set xtics nomirror autofreq
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 50 · s/N = 1.0", "", "reference", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("N = 50 · s/N = 1.0", "P/N = 1.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 50 · s/N = 1.0", "P/N = 2.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#46327e' dashtype 1, \
  data using (of("N = 50 · s/N = 1.0", "P/N = 3.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 50 · s/N = 1.0", "P/N = 5.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#4ac16d' dashtype 1, \
  data using (of("N = 50 · s/N = 1.0", "P/N = 8.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 50 · s/N = 1.0", "P/N = 1.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 50 · s/N = 1.0", "P/N = 1.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 50 · s/N = 1.0", "P/N = 2.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#46327e', \
  data using (of("N = 50 · s/N = 1.0", "P/N = 2.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 5 pointsize 0.8 linecolor '#46327e', \
  data using (of("N = 50 · s/N = 1.0", "P/N = 3.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 50 · s/N = 1.0", "P/N = 3.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 9 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 50 · s/N = 1.0", "P/N = 5.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#4ac16d', \
  data using (of("N = 50 · s/N = 1.0", "P/N = 5.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 13 pointsize 0.8 linecolor '#4ac16d', \
  data using (of("N = 50 · s/N = 1.0", "P/N = 8.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 50 · s/N = 1.0", "P/N = 8.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 6 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.6896; set rmargin at screen 0.9812; set bmargin at screen 0.5871; set tmargin at screen 0.9484
set title (tex ? '$N = 100$, $s/N = 0.1$' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 0.1')
unset logscale x
set xrange [0.0:1.0]
set xtics nomirror autofreq
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 100 · s/N = 0.1", "", "reference", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("N = 100 · s/N = 0.1", "P/N = 1.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1", "P/N = 2.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#46327e' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1", "P/N = 3.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1", "P/N = 5.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#4ac16d' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1", "P/N = 8.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1", "P/N = 1.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 0.1", "P/N = 1.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 100 · s/N = 0.1", "P/N = 2.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#46327e', \
  data using (of("N = 100 · s/N = 0.1", "P/N = 2.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 5 pointsize 0.8 linecolor '#46327e', \
  data using (of("N = 100 · s/N = 0.1", "P/N = 3.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 100 · s/N = 0.1", "P/N = 3.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 9 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 100 · s/N = 0.1", "P/N = 5.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#4ac16d', \
  data using (of("N = 100 · s/N = 0.1", "P/N = 5.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 13 pointsize 0.8 linecolor '#4ac16d', \
  data using (of("N = 100 · s/N = 0.1", "P/N = 8.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 100 · s/N = 0.1", "P/N = 8.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 6 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.1690; set tmargin at screen 0.5303
set title (tex ? '$N = 100$, $s/N = 1.0$' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 1.0')
unset logscale x
set xrange [0.0:1.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'relative error on a fresh input' : 'relative error on a fresh input')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'share of weights kept' : 'share of weights kept')
unset colorbox
plot data using (of("N = 100 · s/N = 1.0", "", "reference", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("N = 100 · s/N = 1.0", "P/N = 1.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0", "P/N = 2.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#46327e' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0", "P/N = 3.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0", "P/N = 5.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#4ac16d' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0", "P/N = 8.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0", "P/N = 1.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 1.0", "P/N = 1.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 100 · s/N = 1.0", "P/N = 2.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#46327e', \
  data using (of("N = 100 · s/N = 1.0", "P/N = 2.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 5 pointsize 0.8 linecolor '#46327e', \
  data using (of("N = 100 · s/N = 1.0", "P/N = 3.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 100 · s/N = 1.0", "P/N = 3.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 9 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 100 · s/N = 1.0", "P/N = 5.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#4ac16d', \
  data using (of("N = 100 · s/N = 1.0", "P/N = 5.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 13 pointsize 0.8 linecolor '#4ac16d', \
  data using (of("N = 100 · s/N = 1.0", "P/N = 8.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 100 · s/N = 1.0", "P/N = 8.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 6 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.1690; set tmargin at screen 0.5303
set title (tex ? '$N = 200$, $s/N = 0.1$' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 0.1')
unset logscale x
set xrange [0.0:1.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'relative error on a fresh input' : 'relative error on a fresh input')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 200 · s/N = 0.1", "", "reference", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("N = 200 · s/N = 0.1", "P/N = 1.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1", "P/N = 2.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#46327e' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1", "P/N = 3.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1", "P/N = 5.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#4ac16d' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1", "P/N = 8.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1", "P/N = 1.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 0.1", "P/N = 1.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 200 · s/N = 0.1", "P/N = 2.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#46327e', \
  data using (of("N = 200 · s/N = 0.1", "P/N = 2.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 5 pointsize 0.8 linecolor '#46327e', \
  data using (of("N = 200 · s/N = 0.1", "P/N = 3.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 200 · s/N = 0.1", "P/N = 3.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 9 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 200 · s/N = 0.1", "P/N = 5.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#4ac16d', \
  data using (of("N = 200 · s/N = 0.1", "P/N = 5.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 13 pointsize 0.8 linecolor '#4ac16d', \
  data using (of("N = 200 · s/N = 0.1", "P/N = 8.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 200 · s/N = 0.1", "P/N = 8.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 6 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.6896; set rmargin at screen 0.9812; set bmargin at screen 0.1690; set tmargin at screen 0.5303
set title (tex ? '$N = 200$, $s/N = 1.0$' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 1.0')
unset logscale x
set xrange [0.0:1.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'relative error on a fresh input' : 'relative error on a fresh input')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 200 · s/N = 1.0", "", "reference", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("N = 200 · s/N = 1.0", "P/N = 1.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0", "P/N = 2.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#46327e' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0", "P/N = 3.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0", "P/N = 5.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#4ac16d' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0", "P/N = 8.0", "theory", "fresh_error")):(column("kept_fraction")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0", "P/N = 1.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 1.0", "P/N = 1.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 200 · s/N = 1.0", "P/N = 2.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#46327e', \
  data using (of("N = 200 · s/N = 1.0", "P/N = 2.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 5 pointsize 0.8 linecolor '#46327e', \
  data using (of("N = 200 · s/N = 1.0", "P/N = 3.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 200 · s/N = 1.0", "P/N = 3.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 9 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 200 · s/N = 1.0", "P/N = 5.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#4ac16d', \
  data using (of("N = 200 · s/N = 1.0", "P/N = 5.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 13 pointsize 0.8 linecolor '#4ac16d', \
  data using (of("N = 200 · s/N = 1.0", "P/N = 8.0", "measured", "fresh_error")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 200 · s/N = 1.0", "P/N = 8.0", "measured", "fresh_error")):(column("kept_fraction")) with points pointtype 6 pointsize 0.8 linecolor '#d9b81a'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0480; set tmargin at screen 0.0790
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'theory: samples without number' : 'theory: samples without number'), \
  keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory: the law' : 'theory: the law'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0077; set tmargin at screen 0.0387
set key center center horizontal maxcols 5 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#440154' title (tex ? '$P/N = 1.0$' : '{/:Italic P}/{/:Italic N} = 1.0'), \
  keyentry with linespoints pointtype 5 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#46327e' title (tex ? '$P/N = 2.0$' : '{/:Italic P}/{/:Italic N} = 2.0'), \
  keyentry with linespoints pointtype 9 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#277f8e' title (tex ? '$P/N = 3.0$' : '{/:Italic P}/{/:Italic N} = 3.0'), \
  keyentry with linespoints pointtype 13 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#4ac16d' title (tex ? '$P/N = 5.0$' : '{/:Italic P}/{/:Italic N} = 5.0'), \
  keyentry with linespoints pointtype 6 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#d9b81a' title (tex ? '$P/N = 8.0$' : '{/:Italic P}/{/:Italic N} = 8.0')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
