# How large pruned neurons are
# ‖û‖₁ relative to ‖w‖₁. Means of 280 trials a point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot norm1_ratio.gp   (reads norm1_ratio.csv, writes norm1_ratio.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "norm1_ratio.csv"
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
if (format eq "svg") { set terminal svg size 1000,1255 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2000,2510 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 16.7cm,20.9cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 16.7cm,20.9cm font "\\small" linewidth 0.8 }
set output "norm1_ratio.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.7100; set tmargin at screen 0.9681
set title (tex ? '$N = 50$, $s/N = 0.1$' : '{/:Italic N} = 50, {/:Italic s}/{/:Italic N} = 0.1')
set logscale x
set xrange [0.9201876506248751:8.693878900208462]
set xtics nomirror ('' 1.0, '' 2.0, '' 3.0 1, '' 4.0 1, '' 5.0, '' 6.0 1, '' 7.0 1, '' 8.0 1)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? '$\|\hat u\|_1 / \|w\|_1$' : '‖{/:Italic û}‖_{1} / ‖{/:Italic w}‖_{1}')
unset colorbox
plot data using (of("N = 50 · s/N = 0.1", "R = 0.1", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 50 · s/N = 0.1", "R = 0.2", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 50 · s/N = 0.1", "R = 0.4", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 50 · s/N = 0.1", "R = 0.1", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 50 · s/N = 0.1", "R = 0.1", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 50 · s/N = 0.1", "R = 0.2", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 50 · s/N = 0.1", "R = 0.2", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 5 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 50 · s/N = 0.1", "R = 0.4", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 50 · s/N = 0.1", "R = 0.4", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 9 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.7100; set tmargin at screen 0.9681
set title (tex ? '$N = 50$, $s/N = 1.0$' : '{/:Italic N} = 50, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [0.9201876506248751:8.693878900208462]
set xtics nomirror ('' 1.0, '' 2.0, '' 3.0 1, '' 4.0 1, '' 5.0, '' 6.0 1, '' 7.0 1, '' 8.0 1)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 50 · s/N = 1.0", "R = 0.1", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 50 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 50 · s/N = 1.0", "R = 0.4", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 50 · s/N = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 50 · s/N = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 50 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 50 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 5 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 50 · s/N = 1.0", "R = 0.4", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 50 · s/N = 1.0", "R = 0.4", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 9 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.4167; set tmargin at screen 0.6749
set title (tex ? '$N = 100$, $s/N = 0.1$' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 0.1')
set logscale x
set xrange [0.9201876506248751:8.693878900208462]
set xtics nomirror ('' 1.0, '' 2.0, '' 3.0 1, '' 4.0 1, '' 5.0, '' 6.0 1, '' 7.0 1, '' 8.0 1)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? '$\|\hat u\|_1 / \|w\|_1$' : '‖{/:Italic û}‖_{1} / ‖{/:Italic w}‖_{1}')
unset colorbox
plot data using (of("N = 100 · s/N = 0.1", "R = 0.1", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1", "R = 0.2", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1", "R = 0.4", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 100 · s/N = 0.1", "R = 0.1", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 0.1", "R = 0.1", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 100 · s/N = 0.1", "R = 0.2", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 100 · s/N = 0.1", "R = 0.2", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 5 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 100 · s/N = 0.1", "R = 0.4", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 100 · s/N = 0.1", "R = 0.4", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 9 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.4167; set tmargin at screen 0.6749
set title (tex ? '$N = 100$, $s/N = 1.0$' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [0.9201876506248751:8.693878900208462]
set xtics nomirror ('' 1.0, '' 2.0, '' 3.0 1, '' 4.0 1, '' 5.0, '' 6.0 1, '' 7.0 1, '' 8.0 1)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 100 · s/N = 1.0", "R = 0.1", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0", "R = 0.4", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 100 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 100 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 5 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 100 · s/N = 1.0", "R = 0.4", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 100 · s/N = 1.0", "R = 0.4", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 9 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.1235; set tmargin at screen 0.3817
set title (tex ? '$N = 200$, $s/N = 0.1$' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 0.1')
set logscale x
set xrange [0.9201876506248751:8.693878900208462]
set xtics nomirror ((tex ? '1' : '1') 1.0, (tex ? '2' : '2') 2.0, '' 3.0 1, '' 4.0 1, (tex ? '5' : '5') 5.0, '' 6.0 1, '' 7.0 1, '' 8.0 1)
set format x "%h"
set xlabel (tex ? 'samples for every input, $P/N$' : 'samples for every input, {/:Italic P}/{/:Italic N}')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? '$\|\hat u\|_1 / \|w\|_1$' : '‖{/:Italic û}‖_{1} / ‖{/:Italic w}‖_{1}')
unset colorbox
plot data using (of("N = 200 · s/N = 0.1", "R = 0.1", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1", "R = 0.2", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1", "R = 0.4", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 200 · s/N = 0.1", "R = 0.1", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 0.1", "R = 0.1", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 200 · s/N = 0.1", "R = 0.2", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 200 · s/N = 0.1", "R = 0.2", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 5 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 200 · s/N = 0.1", "R = 0.4", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 200 · s/N = 0.1", "R = 0.4", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 9 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.1235; set tmargin at screen 0.3817
set title (tex ? '$N = 200$, $s/N = 1.0$' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [0.9201876506248751:8.693878900208462]
set xtics nomirror ((tex ? '1' : '1') 1.0, (tex ? '2' : '2') 2.0, '' 3.0 1, '' 4.0 1, (tex ? '5' : '5') 5.0, '' 6.0 1, '' 7.0 1, '' 8.0 1)
set format x "%h"
set xlabel (tex ? 'samples for every input, $P/N$' : 'samples for every input, {/:Italic P}/{/:Italic N}')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 200 · s/N = 1.0", "R = 0.1", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0", "R = 0.4", "theory", "samples_per_input")):(column("norm1_ratio")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 1.0", "R = 0.1", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 200 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 200 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 5 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 200 · s/N = 1.0", "R = 0.4", "measured", "samples_per_input")):(column("norm1_ratio")):(column("norm1_ratio_low")):(column("norm1_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 200 · s/N = 1.0", "R = 0.4", "measured", "samples_per_input")):(column("norm1_ratio")) with points pointtype 9 pointsize 0.8 linecolor '#d9b81a'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0296; set tmargin at screen 0.0679
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory: the law of the pruned layer, for Gaussian inputs' : 'theory: the law of the pruned layer, for Gaussian inputs'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0048; set tmargin at screen 0.0239
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#440154' title (tex ? '$R = 0.1$' : '{/:Italic R} = 0.1'), \
  keyentry with linespoints pointtype 5 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#277f8e' title (tex ? '$R = 0.2$' : '{/:Italic R} = 0.2'), \
  keyentry with linespoints pointtype 9 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#d9b81a' title (tex ? '$R = 0.4$' : '{/:Italic R} = 0.4')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
