# Slack: how much of its bound a layer's error takes up
# The error eℓ of layer ℓ over its bound, 1,440 pruned networks, 5,400 certified layers: medians with
# bars from the 5 % to the 95 % quantile of the layers, and the largest (open). The theorem's bound is
# the one for link-normalised networks; known after pruning are spectral norms in the parallel scheme,
# proposition 1 with slack in the cascade. No confidence intervals: both bounds are deterministic,
# nothing may lie above 1. In the first layer both are the same, and minimisers attain them.
#
# Rebuild with: gnuplot slack.gp   (reads slack.csv, writes slack.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 8.75cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. slack.py draws the same with matplotlib.
data = "slack.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
# The rows of a series: x where a row is one of them.
of(panel, series, kind, x) = (strcol("series") eq series && strcol("kind") eq kind) ? column(x) : NaN
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
# Marks of the SVG are larger than those of the others.
marks = (format eq "svg") ? 0.65 : 1
if (format eq "svg") { set terminal svg size 465,514 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 930,1028 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 8.75cm,9.67cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 8.75cm,9.67cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "slack.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1763; set rmargin at screen 0.9527; set bmargin at screen 0.3876; set tmargin at screen 0.9144
set title (tex ? 'parallel scheme' : 'parallel scheme')
unset logscale x
set xrange [0.5:6.5]
set xtics nomirror ((tex ? '1' : '1') 1.0, (tex ? '2' : '2') 2.0, (tex ? '3' : '3') 3.0, (tex ? '4' : '4') 4.0, (tex ? '5' : '5') 5.0, (tex ? '6' : '6') 6.0)
set format x "%h"
set xlabel ''
set logscale y
set yrange [4.7586448862499496e-07:1.7505467736001337]
set ytics nomirror ((tex ? '$10^{-6}$' : '10^{−6}') 1e-06, '' 1e-05 1, (tex ? '$10^{-4}$' : '10^{−4}') 0.0001, '' 0.001 1, (tex ? '$10^{-2}$' : '10^{−2}') 0.01, '' 0.1 1, (tex ? '$10^{0}$' : '10^{0}') 1.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'layer' : 'layer') at screen 0.5645, 0.3019 center
set label 2 (tex ? 'error / bound' : 'error / bound') at screen 0.0301, 0.6510 center rotate
plot data using (of("parallel scheme", "", "reference", "layer")):(column("ratio")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("parallel scheme", "the theorem's bound", "median", "layer") + -0.1):(column("ratio")):(column("ratio_low") > 0 ? column("ratio_low") : 4.7586448862499496e-07):(column("ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("parallel scheme", "the theorem's bound", "median", "layer") + -0.1):(column("ratio")) with points pointtype 9 pointsize 0.8*marks linecolor '#d9b81a', \
  data using (of("parallel scheme", "the theorem's bound", "largest", "layer") + -0.1):(column("ratio")) with points pointtype 6 pointsize 0.8*marks linecolor '#d9b81a', \
  data using (of("parallel scheme", "bound known after pruning", "median", "layer") + 0.1):(column("ratio")):(column("ratio_low") > 0 ? column("ratio_low") : 4.7586448862499496e-07):(column("ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("parallel scheme", "bound known after pruning", "median", "layer") + 0.1):(column("ratio")) with points pointtype 5 pointsize 0.8*marks linecolor '#277f8e', \
  data using (of("parallel scheme", "bound known after pruning", "largest", "layer") + 0.1):(column("ratio")) with points pointtype 6 pointsize 0.8*marks linecolor '#277f8e'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.1191; set tmargin at screen 0.2591
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'error = bound' : 'error = bound'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, median, 5 to 95~\% quantile' : 'measured, median, 5 to 95 % quantile'), \
  keyentry with points pointtype 6 pointsize 0.8*marks linecolor '#404040' title (tex ? 'measured, largest' : 'measured, largest')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0117; set tmargin at screen 0.1051
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with points pointtype 9 pointsize 0.8*marks linecolor '#d9b81a' title (tex ? 'the theorem''s bound' : 'the theorem''s bound'), \
  keyentry with points pointtype 5 pointsize 0.8*marks linecolor '#277f8e' title (tex ? 'bound known after pruning' : 'bound known after pruning')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
