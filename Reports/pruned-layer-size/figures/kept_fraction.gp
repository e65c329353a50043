# How sparse pruned neurons are
# Share of a neuron's weights that stays. Means of 24 trials a point; bars: 95 % intervals by
# Student's t.
#
# Rebuild with: gnuplot kept_fraction.gp   (reads kept_fraction.csv, writes kept_fraction.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "kept_fraction.csv"
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
if (format eq "svg") { set terminal svg size 1000,2359 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2000,4718 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 16.7cm,39.3cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 16.7cm,39.3cm font "\\small" linewidth 0.8 }
set output "kept_fraction.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.8457; set tmargin at screen 0.9830
set title (tex ? '$N = 50$, $s/N = 0.2$' : '{/:Italic N} = 50, {/:Italic s}/{/:Italic N} = 0.2')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'share of weights kept' : 'share of weights kept')
unset colorbox
plot data using (of("N = 50 · s/N = 0.2", "R = 0.2", "theory", "samples_per_input")):(column("kept_fraction")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 50 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 50 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.8457; set tmargin at screen 0.9830
set title (tex ? '$N = 50$, $s/N = 1.0$' : '{/:Italic N} = 50, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 50 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("kept_fraction")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 50 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 50 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.6897; set tmargin at screen 0.8270
set title (tex ? '$N = 100$, $s/N = 0.2$' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 0.2')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'share of weights kept' : 'share of weights kept')
unset colorbox
plot data using (of("N = 100 · s/N = 0.2", "R = 0.2", "theory", "samples_per_input")):(column("kept_fraction")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 100 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 100 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.6897; set tmargin at screen 0.8270
set title (tex ? '$N = 100$, $s/N = 1.0$' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 100 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("kept_fraction")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 100 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.5337; set tmargin at screen 0.6710
set title (tex ? '$N = 200$, $s/N = 0.2$' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 0.2')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'share of weights kept' : 'share of weights kept')
unset colorbox
plot data using (of("N = 200 · s/N = 0.2", "R = 0.2", "theory", "samples_per_input")):(column("kept_fraction")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 200 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 200 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.5337; set tmargin at screen 0.6710
set title (tex ? '$N = 200$, $s/N = 1.0$' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 200 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("kept_fraction")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 200 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.3777; set tmargin at screen 0.5150
set title (tex ? '$N = 400$, $s/N = 0.2$' : '{/:Italic N} = 400, {/:Italic s}/{/:Italic N} = 0.2')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'share of weights kept' : 'share of weights kept')
unset colorbox
plot data using (of("N = 400 · s/N = 0.2", "R = 0.2", "theory", "samples_per_input")):(column("kept_fraction")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 400 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 400 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.3777; set tmargin at screen 0.5150
set title (tex ? '$N = 400$, $s/N = 1.0$' : '{/:Italic N} = 400, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 400 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("kept_fraction")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 400 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 400 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.2217; set tmargin at screen 0.3591
set title (tex ? '$N = 800$, $s/N = 0.2$' : '{/:Italic N} = 800, {/:Italic s}/{/:Italic N} = 0.2')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'share of weights kept' : 'share of weights kept')
unset colorbox
plot data using (of("N = 800 · s/N = 0.2", "R = 0.2", "theory", "samples_per_input")):(column("kept_fraction")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 800 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 800 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.2217; set tmargin at screen 0.3591
set title (tex ? '$N = 800$, $s/N = 1.0$' : '{/:Italic N} = 800, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 800 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("kept_fraction")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 800 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 800 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.0657; set tmargin at screen 0.2031
set title (tex ? '$N = 1600$, $s/N = 0.2$' : '{/:Italic N} = 1600, {/:Italic s}/{/:Italic N} = 0.2')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ((tex ? '2.5' : '2.5') 2.5, (tex ? '3' : '3') 3.0, (tex ? '3.5' : '3.5') 3.5)
set format x "%h"
set xlabel (tex ? 'samples for every input, $P/N$' : 'samples for every input, {/:Italic P}/{/:Italic N}')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'share of weights kept' : 'share of weights kept')
unset colorbox
plot data using (of("N = 1600 · s/N = 0.2", "R = 0.2", "theory", "samples_per_input")):(column("kept_fraction")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 1600 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 1600 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.0657; set tmargin at screen 0.2031
set title (tex ? '$N = 1600$, $s/N = 1.0$' : '{/:Italic N} = 1600, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ((tex ? '2.5' : '2.5') 2.5, (tex ? '3' : '3') 3.0, (tex ? '3.5' : '3.5') 3.5)
set format x "%h"
set xlabel (tex ? 'samples for every input, $P/N$' : 'samples for every input, {/:Italic P}/{/:Italic N}')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 1600 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("kept_fraction")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 1600 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 1600 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0158; set tmargin at screen 0.0361
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory: the law of the pruned layer, for Gaussian inputs' : 'theory: the law of the pruned layer, for Gaussian inputs'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0025; set tmargin at screen 0.0127
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#365c8d' title (tex ? '$R = 0.2$' : '{/:Italic R} = 0.2')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
