# What pruning costs, and where it gains
# Risk against the share of features that is kept, of the model trained on all features. Lines: the
# limit laws. Simulations have p = 800 features in all. Means of 40 simulations a point; bars: 95 %
# intervals by Student's t. After retraining on features that the data chose, no law is known here:
# dashes join the points.
#
# Rebuild with: gnuplot risk_by_share.gp   (reads risk_by_share.csv, writes risk_by_share.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 8.75cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. risk_by_share.py draws the same with matplotlib.
data = "risk_by_share.csv"
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
if (format eq "svg") { set terminal svg size 465,564 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 930,1128 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 8.75cm,10.61cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 8.75cm,10.61cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "risk_by_share.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1763; set rmargin at screen 0.9527; set bmargin at screen 0.4809; set tmargin at screen 0.9610
set title ''
unset logscale x
set xrange [0.0:1.0]
set xtics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.4' : '0.4') 0.4, (tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format x "%h"
set xlabel ''
set logscale y
set yrange [0.5200063625526075:2.394767706670794]
set ytics nomirror ((tex ? '1' : '1') 1.0, (tex ? '1.5' : '1.5') 1.5, (tex ? '2' : '2') 2.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'share of features kept' : 'share of features kept') at screen 0.5645, 0.4028 center
set label 2 (tex ? 'risk $E(y - x^{T}b)^{2}$' : 'risk {/:Italic E}({/:Italic y} − {/:Italic x}^{{/:Italic T}}{/:Italic b})^{2}') at screen 0.0301, 0.7210 center rotate
plot data using (of("", "before pruning", "theory 2", "kept")):(column("risk")) with lines linewidth 2 linecolor '#0072B2' dashtype 1, \
  data using (of("", "largest weights kept", "theory 2", "kept")):(column("risk")) with lines linewidth 2 linecolor '#D55E00' dashtype 1, \
  data using (of("", "largest Hessian scores kept", "theory 2", "kept")):(column("risk")) with lines linewidth 2 linecolor '#009E73' dashtype 1, \
  data using (of("", "kept by an oracle", "theory 2", "kept")):(column("risk")) with lines linewidth 2 linecolor '#CC79A7' dashtype 1, \
  data using (of("", "oracle retrained", "theory 2", "kept")):(column("risk")) with lines linewidth 2 linecolor '#404040' dashtype 1, \
  data using (of("", "before pruning", "theory 3", "kept")):(column("risk")) with lines linewidth 2 linecolor '#0072B2' dashtype 1, \
  data using (of("", "largest weights kept", "theory 3", "kept")):(column("risk")) with lines linewidth 2 linecolor '#D55E00' dashtype 1, \
  data using (of("", "largest Hessian scores kept", "theory 3", "kept")):(column("risk")) with lines linewidth 2 linecolor '#009E73' dashtype 1, \
  data using (of("", "kept by an oracle", "theory 3", "kept")):(column("risk")) with lines linewidth 2 linecolor '#CC79A7' dashtype 1, \
  data using (of("", "oracle retrained", "theory 3", "kept")):(column("risk")) with lines linewidth 2 linecolor '#404040' dashtype 1, \
  data using (of("", "before pruning", "measured", "kept") + -0.012499999999999995):(column("risk")):(column("risk_low")):(column("risk_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("", "before pruning", "measured", "kept") + -0.012499999999999995):(column("risk")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("", "largest weights kept", "measured", "kept") + -0.007499999999999998):(column("risk")):(column("risk_low")):(column("risk_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("", "largest weights kept", "measured", "kept") + -0.007499999999999998):(column("risk")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("", "largest Hessian scores kept", "measured", "kept") + -0.002499999999999999):(column("risk")):(column("risk_low")):(column("risk_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("", "largest Hessian scores kept", "measured", "kept") + -0.002499999999999999):(column("risk")) with points pointtype 9 pointsize 0.8*marks linecolor '#009E73', \
  data using (of("", "kept by an oracle", "measured", "kept") + 0.002499999999999999):(column("risk")):(column("risk_low")):(column("risk_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("", "kept by an oracle", "measured", "kept") + 0.002499999999999999):(column("risk")) with points pointtype 13 pointsize 0.8*marks linecolor '#CC79A7', \
  data using (of("", "oracle retrained", "measured", "kept") + 0.007499999999999998):(column("risk")):(column("risk_low")):(column("risk_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("", "oracle retrained", "measured", "kept") + 0.007499999999999998):(column("risk")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040', \
  data using (of("", "Hessian retrained (no law)", "measured", "kept") + 0.012499999999999995):(column("risk")) with lines linewidth 1 linecolor '#E69F00' dashtype 1, \
  data using (of("", "Hessian retrained (no law)", "measured", "kept") + 0.012499999999999995):(column("risk")):(column("risk_low")):(column("risk_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("", "Hessian retrained (no law)", "measured", "kept") + 0.012499999999999995):(column("risk")) with points pointtype 4 pointsize 0.8*marks linecolor '#E69F00'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.2787; set tmargin at screen 0.3638
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory: limit law' : 'theory: limit law'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0106; set tmargin at screen 0.2660
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'before pruning' : 'before pruning'), \
  keyentry with linespoints pointtype 5 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'largest weights kept' : 'largest weights kept'), \
  keyentry with linespoints pointtype 9 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#009E73' title (tex ? 'largest Hessian scores kept' : 'largest Hessian scores kept'), \
  keyentry with linespoints pointtype 13 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#CC79A7' title (tex ? 'kept by an oracle' : 'kept by an oracle'), \
  keyentry with linespoints pointtype 6 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#404040' title (tex ? 'oracle retrained' : 'oracle retrained'), \
  keyentry with linespoints pointtype 4 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#E69F00' title (tex ? 'Hessian retrained (no law)' : 'Hessian retrained (no law)')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
