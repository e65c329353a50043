# Accuracy at equal density
# Share of 2,000 fresh points classified rightly, against the share of weights and biases to leave.
# All but the parallel scheme are pruned to the cascade's number of non-zeros in every layer; what
# magnitude pruning cuts off is then disconnected, which changes no answer and leaves fewer. Means of
# 20 networks a point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot method_accuracy.gp   (reads method_accuracy.csv, writes method_accuracy.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 8.75cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. method_accuracy.py draws the same with matplotlib.
data = "method_accuracy.csv"
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
if (format eq "svg") { set terminal svg size 465,586 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 930,1172 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 8.75cm,11.03cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 8.75cm,11.03cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "method_accuracy.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1763; set rmargin at screen 0.9527; set bmargin at screen 0.4629; set tmargin at screen 0.9249
set title (tex ? '$h = 50$' : '{/:Italic h} = 50')
set logscale x
set xrange [0.07977202177241775:0.33225067960647975]
set xtics nomirror ((tex ? '0.1' : '0.1') 0.1, (tex ? '0.15' : '0.15') 0.15, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.25' : '0.25') 0.25, (tex ? '0.3' : '0.3') 0.3)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.48:1.0]
set ytics nomirror ((tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'share of weights to leave' : 'share of weights to leave') at screen 0.5645, 0.3877 center
set label 2 (tex ? 'accuracy' : 'accuracy') at screen 0.0301, 0.6939 center rotate
plot data using (of("h = 50", "", "reference", "asked")):(column("accuracy")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("h = 50", "cascade", "measured", "asked")):(column("accuracy")) with lines linewidth 1 linecolor '#D55E00' dashtype 2, \
  data using (of("h = 50", "cascade", "measured", "asked")):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("h = 50", "cascade", "measured", "asked")):(column("accuracy")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("h = 50", "cascade retrained", "measured", "asked")):(column("accuracy")) with lines linewidth 1 linecolor '#E69F00' dashtype 2, \
  data using (of("h = 50", "cascade retrained", "measured", "asked")):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("h = 50", "cascade retrained", "measured", "asked")):(column("accuracy")) with points pointtype 9 pointsize 0.8*marks linecolor '#E69F00', \
  data using (of("h = 50", "parallel", "measured", "asked")):(column("accuracy")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("h = 50", "parallel", "measured", "asked")):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("h = 50", "parallel", "measured", "asked")):(column("accuracy")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("h = 50", "magnitude", "measured", "asked")):(column("accuracy")) with lines linewidth 1 linecolor '#404040' dashtype 3, \
  data using (of("h = 50", "magnitude", "measured", "asked")):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("h = 50", "magnitude", "measured", "asked")):(column("accuracy")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040', \
  data using (of("h = 50", "magnitude retrained", "measured", "asked")):(column("accuracy")) with lines linewidth 1 linecolor '#009E73' dashtype 4, \
  data using (of("h = 50", "magnitude retrained", "measured", "asked")):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("h = 50", "magnitude retrained", "measured", "asked")):(column("accuracy")) with points pointtype 8 pointsize 0.8*marks linecolor '#009E73', \
  data using (of("h = 50", "magnitude iterative", "measured", "asked")):(column("accuracy")) with lines linewidth 1 linecolor '#CC79A7' dashtype 5, \
  data using (of("h = 50", "magnitude iterative", "measured", "asked")):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("h = 50", "magnitude iterative", "measured", "asked")):(column("accuracy")) with points pointtype 12 pointsize 0.8*marks linecolor '#CC79A7'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.2683; set tmargin at screen 0.3502
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'chance' : 'chance'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0102; set tmargin at screen 0.2560
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 5 pointsize 0.8*marks linewidth 1 dashtype 2 linecolor '#D55E00' title (tex ? 'cascade' : 'cascade'), \
  keyentry with linespoints pointtype 9 pointsize 0.8*marks linewidth 1 dashtype 2 linecolor '#E69F00' title (tex ? 'cascade retrained' : 'cascade retrained'), \
  keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'parallel' : 'parallel'), \
  keyentry with linespoints pointtype 6 pointsize 0.8*marks linewidth 1 dashtype 3 linecolor '#404040' title (tex ? 'magnitude' : 'magnitude'), \
  keyentry with linespoints pointtype 8 pointsize 0.8*marks linewidth 1 dashtype 4 linecolor '#009E73' title (tex ? 'magnitude retrained' : 'magnitude retrained'), \
  keyentry with linespoints pointtype 12 pointsize 0.8*marks linewidth 1 dashtype 5 linecolor '#CC79A7' title (tex ? 'magnitude iterative' : 'magnitude iterative')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
