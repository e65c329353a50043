# Accuracy on noisy points
# Share of 2,000 fresh points classified rightly, against the standard deviation of noise added to
# each coordinate. All but the parallel scheme are pruned to the cascade's number of non-zeros in
# every layer; what magnitude pruning cuts off is then disconnected, which changes no answer and
# leaves fewer. Means of 20 networks a point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot method_noise.gp   (reads method_noise.csv, writes method_noise.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. method_noise.py draws the same with matplotlib.
data = "method_noise.csv"
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
# Marks of the SVG are larger than those of the others.
marks = (format eq "svg") ? 0.65 : 1
if (format eq "svg") { set terminal svg size 742,750 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,1500 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,14.11cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,14.11cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "method_noise.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.6331; set tmargin at screen 0.9413
set title (tex ? '$h = 50$, $\epsilon = 0.01$' : '{/:Italic h} = 50, {/:Italic ε} = 0.01')
unset logscale x
set xrange [-0.0048:0.1248]
set xtics nomirror ('' 0.0, '' 0.05, '' 0.1)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.48:1.0]
set ytics nomirror ((tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'noise in each coordinate' : 'noise in each coordinate') at screen 0.5408, 0.2069 center
set label 2 (tex ? 'accuracy' : 'accuracy') at screen 0.0189, 0.6038 center rotate
plot data using (of("h = 50 · ε = 0.01", "", "reference", "noise")):(column("accuracy")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("h = 50 · ε = 0.01", "cascade", "measured", "noise") + -0.004200000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#D55E00' dashtype 2, \
  data using (of("h = 50 · ε = 0.01", "cascade", "measured", "noise") + -0.004200000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("h = 50 · ε = 0.01", "cascade", "measured", "noise") + -0.004200000000000001):(column("accuracy")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("h = 50 · ε = 0.01", "cascade retrained", "measured", "noise") + -0.0025200000000000005):(column("accuracy")) with lines linewidth 1 linecolor '#E69F00' dashtype 2, \
  data using (of("h = 50 · ε = 0.01", "cascade retrained", "measured", "noise") + -0.0025200000000000005):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("h = 50 · ε = 0.01", "cascade retrained", "measured", "noise") + -0.0025200000000000005):(column("accuracy")) with points pointtype 9 pointsize 0.8*marks linecolor '#E69F00', \
  data using (of("h = 50 · ε = 0.01", "parallel", "measured", "noise") + -0.0008400000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("h = 50 · ε = 0.01", "parallel", "measured", "noise") + -0.0008400000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("h = 50 · ε = 0.01", "parallel", "measured", "noise") + -0.0008400000000000001):(column("accuracy")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("h = 50 · ε = 0.01", "magnitude", "measured", "noise") + 0.0008400000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#404040' dashtype 3, \
  data using (of("h = 50 · ε = 0.01", "magnitude", "measured", "noise") + 0.0008400000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("h = 50 · ε = 0.01", "magnitude", "measured", "noise") + 0.0008400000000000001):(column("accuracy")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040', \
  data using (of("h = 50 · ε = 0.01", "magnitude retrained", "measured", "noise") + 0.0025200000000000005):(column("accuracy")) with lines linewidth 1 linecolor '#009E73' dashtype 4, \
  data using (of("h = 50 · ε = 0.01", "magnitude retrained", "measured", "noise") + 0.0025200000000000005):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("h = 50 · ε = 0.01", "magnitude retrained", "measured", "noise") + 0.0025200000000000005):(column("accuracy")) with points pointtype 8 pointsize 0.8*marks linecolor '#009E73', \
  data using (of("h = 50 · ε = 0.01", "magnitude iterative", "measured", "noise") + 0.004200000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#CC79A7' dashtype 5, \
  data using (of("h = 50 · ε = 0.01", "magnitude iterative", "measured", "noise") + 0.004200000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("h = 50 · ε = 0.01", "magnitude iterative", "measured", "noise") + 0.004200000000000001):(column("accuracy")) with points pointtype 12 pointsize 0.8*marks linecolor '#CC79A7'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.6331; set tmargin at screen 0.9413
set title (tex ? '$h = 50$, $\epsilon = 0.05$' : '{/:Italic h} = 50, {/:Italic ε} = 0.05')
unset logscale x
set xrange [-0.0048:0.1248]
set xtics nomirror ('' 0.0, '' 0.05, '' 0.1)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.48:1.0]
set ytics nomirror ('' 0.6, '' 0.8, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("h = 50 · ε = 0.05", "", "reference", "noise")):(column("accuracy")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("h = 50 · ε = 0.05", "cascade", "measured", "noise") + -0.004200000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#D55E00' dashtype 2, \
  data using (of("h = 50 · ε = 0.05", "cascade", "measured", "noise") + -0.004200000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("h = 50 · ε = 0.05", "cascade", "measured", "noise") + -0.004200000000000001):(column("accuracy")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("h = 50 · ε = 0.05", "cascade retrained", "measured", "noise") + -0.0025200000000000005):(column("accuracy")) with lines linewidth 1 linecolor '#E69F00' dashtype 2, \
  data using (of("h = 50 · ε = 0.05", "cascade retrained", "measured", "noise") + -0.0025200000000000005):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("h = 50 · ε = 0.05", "cascade retrained", "measured", "noise") + -0.0025200000000000005):(column("accuracy")) with points pointtype 9 pointsize 0.8*marks linecolor '#E69F00', \
  data using (of("h = 50 · ε = 0.05", "parallel", "measured", "noise") + -0.0008400000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("h = 50 · ε = 0.05", "parallel", "measured", "noise") + -0.0008400000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("h = 50 · ε = 0.05", "parallel", "measured", "noise") + -0.0008400000000000001):(column("accuracy")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("h = 50 · ε = 0.05", "magnitude", "measured", "noise") + 0.0008400000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#404040' dashtype 3, \
  data using (of("h = 50 · ε = 0.05", "magnitude", "measured", "noise") + 0.0008400000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("h = 50 · ε = 0.05", "magnitude", "measured", "noise") + 0.0008400000000000001):(column("accuracy")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040', \
  data using (of("h = 50 · ε = 0.05", "magnitude retrained", "measured", "noise") + 0.0025200000000000005):(column("accuracy")) with lines linewidth 1 linecolor '#009E73' dashtype 4, \
  data using (of("h = 50 · ε = 0.05", "magnitude retrained", "measured", "noise") + 0.0025200000000000005):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("h = 50 · ε = 0.05", "magnitude retrained", "measured", "noise") + 0.0025200000000000005):(column("accuracy")) with points pointtype 8 pointsize 0.8*marks linecolor '#009E73', \
  data using (of("h = 50 · ε = 0.05", "magnitude iterative", "measured", "noise") + 0.004200000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#CC79A7' dashtype 5, \
  data using (of("h = 50 · ε = 0.05", "magnitude iterative", "measured", "noise") + 0.004200000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("h = 50 · ε = 0.05", "magnitude iterative", "measured", "noise") + 0.004200000000000001):(column("accuracy")) with points pointtype 12 pointsize 0.8*marks linecolor '#CC79A7'
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.2662; set tmargin at screen 0.5744
set title (tex ? '$h = 50$, $\epsilon = 0.2$' : '{/:Italic h} = 50, {/:Italic ε} = 0.2')
unset logscale x
set xrange [-0.0048:0.1248]
set xtics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.05' : '0.05') 0.05, (tex ? '0.1' : '0.1') 0.1)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.48:1.0]
set ytics nomirror ((tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox; unset label
plot data using (of("h = 50 · ε = 0.2", "", "reference", "noise")):(column("accuracy")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("h = 50 · ε = 0.2", "cascade", "measured", "noise") + -0.004200000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#D55E00' dashtype 2, \
  data using (of("h = 50 · ε = 0.2", "cascade", "measured", "noise") + -0.004200000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("h = 50 · ε = 0.2", "cascade", "measured", "noise") + -0.004200000000000001):(column("accuracy")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("h = 50 · ε = 0.2", "cascade retrained", "measured", "noise") + -0.0025200000000000005):(column("accuracy")) with lines linewidth 1 linecolor '#E69F00' dashtype 2, \
  data using (of("h = 50 · ε = 0.2", "cascade retrained", "measured", "noise") + -0.0025200000000000005):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("h = 50 · ε = 0.2", "cascade retrained", "measured", "noise") + -0.0025200000000000005):(column("accuracy")) with points pointtype 9 pointsize 0.8*marks linecolor '#E69F00', \
  data using (of("h = 50 · ε = 0.2", "parallel", "measured", "noise") + -0.0008400000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("h = 50 · ε = 0.2", "parallel", "measured", "noise") + -0.0008400000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("h = 50 · ε = 0.2", "parallel", "measured", "noise") + -0.0008400000000000001):(column("accuracy")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("h = 50 · ε = 0.2", "magnitude", "measured", "noise") + 0.0008400000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#404040' dashtype 3, \
  data using (of("h = 50 · ε = 0.2", "magnitude", "measured", "noise") + 0.0008400000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("h = 50 · ε = 0.2", "magnitude", "measured", "noise") + 0.0008400000000000001):(column("accuracy")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040', \
  data using (of("h = 50 · ε = 0.2", "magnitude retrained", "measured", "noise") + 0.0025200000000000005):(column("accuracy")) with lines linewidth 1 linecolor '#009E73' dashtype 4, \
  data using (of("h = 50 · ε = 0.2", "magnitude retrained", "measured", "noise") + 0.0025200000000000005):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("h = 50 · ε = 0.2", "magnitude retrained", "measured", "noise") + 0.0025200000000000005):(column("accuracy")) with points pointtype 8 pointsize 0.8*marks linecolor '#009E73', \
  data using (of("h = 50 · ε = 0.2", "magnitude iterative", "measured", "noise") + 0.004200000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#CC79A7' dashtype 5, \
  data using (of("h = 50 · ε = 0.2", "magnitude iterative", "measured", "noise") + 0.004200000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("h = 50 · ε = 0.2", "magnitude iterative", "measured", "noise") + 0.004200000000000001):(column("accuracy")) with points pointtype 12 pointsize 0.8*marks linecolor '#CC79A7'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.2662; set tmargin at screen 0.5744
set title (tex ? '$h = 50$, $\epsilon = 0.5$' : '{/:Italic h} = 50, {/:Italic ε} = 0.5')
unset logscale x
set xrange [-0.0048:0.1248]
set xtics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.05' : '0.05') 0.05, (tex ? '0.1' : '0.1') 0.1)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.48:1.0]
set ytics nomirror ('' 0.6, '' 0.8, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("h = 50 · ε = 0.5", "", "reference", "noise")):(column("accuracy")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("h = 50 · ε = 0.5", "cascade", "measured", "noise") + -0.004200000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#D55E00' dashtype 2, \
  data using (of("h = 50 · ε = 0.5", "cascade", "measured", "noise") + -0.004200000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("h = 50 · ε = 0.5", "cascade", "measured", "noise") + -0.004200000000000001):(column("accuracy")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("h = 50 · ε = 0.5", "cascade retrained", "measured", "noise") + -0.0025200000000000005):(column("accuracy")) with lines linewidth 1 linecolor '#E69F00' dashtype 2, \
  data using (of("h = 50 · ε = 0.5", "cascade retrained", "measured", "noise") + -0.0025200000000000005):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("h = 50 · ε = 0.5", "cascade retrained", "measured", "noise") + -0.0025200000000000005):(column("accuracy")) with points pointtype 9 pointsize 0.8*marks linecolor '#E69F00', \
  data using (of("h = 50 · ε = 0.5", "parallel", "measured", "noise") + -0.0008400000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("h = 50 · ε = 0.5", "parallel", "measured", "noise") + -0.0008400000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("h = 50 · ε = 0.5", "parallel", "measured", "noise") + -0.0008400000000000001):(column("accuracy")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("h = 50 · ε = 0.5", "magnitude", "measured", "noise") + 0.0008400000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#404040' dashtype 3, \
  data using (of("h = 50 · ε = 0.5", "magnitude", "measured", "noise") + 0.0008400000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("h = 50 · ε = 0.5", "magnitude", "measured", "noise") + 0.0008400000000000001):(column("accuracy")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040', \
  data using (of("h = 50 · ε = 0.5", "magnitude retrained", "measured", "noise") + 0.0025200000000000005):(column("accuracy")) with lines linewidth 1 linecolor '#009E73' dashtype 4, \
  data using (of("h = 50 · ε = 0.5", "magnitude retrained", "measured", "noise") + 0.0025200000000000005):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("h = 50 · ε = 0.5", "magnitude retrained", "measured", "noise") + 0.0025200000000000005):(column("accuracy")) with points pointtype 8 pointsize 0.8*marks linecolor '#009E73', \
  data using (of("h = 50 · ε = 0.5", "magnitude iterative", "measured", "noise") + 0.004200000000000001):(column("accuracy")) with lines linewidth 1 linecolor '#CC79A7' dashtype 5, \
  data using (of("h = 50 · ε = 0.5", "magnitude iterative", "measured", "noise") + 0.004200000000000001):(column("accuracy")):(column("accuracy_low")):(column("accuracy_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("h = 50 · ε = 0.5", "magnitude iterative", "measured", "noise") + 0.004200000000000001):(column("accuracy")) with points pointtype 12 pointsize 0.8*marks linecolor '#CC79A7'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.1136; set tmargin at screen 0.1776
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'chance' : 'chance'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0080; set tmargin at screen 0.1040
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
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
