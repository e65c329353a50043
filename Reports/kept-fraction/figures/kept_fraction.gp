# What a threshold keeps
# Share of Gaussian weights beyond q standard deviations, by width of the layer, and the same less the
# law, which is the same for all widths. Means of 50 trials a point; bars: 95 % intervals by Student's
# t.
#
# Rebuild with: gnuplot kept_fraction.gp   (reads kept_fraction.csv, writes kept_fraction.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. kept_fraction.py draws the same with matplotlib.
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
# Marks of the SVG are larger than those of the others.
marks = (format eq "svg") ? 0.65 : 1
if (format eq "svg") { set terminal svg size 742,404 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,808 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,7.60cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,7.60cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "kept_fraction.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.4855; set bmargin at screen 0.3745; set tmargin at screen 0.8911
set title (tex ? 'what is kept' : 'what is kept')
unset logscale x
set xrange [0.0:3.12]
set xtics nomirror ((tex ? '0' : '0') 0.0, (tex ? '1' : '1') 1.0, (tex ? '2' : '2') 2.0, (tex ? '3' : '3') 3.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.4' : '0.4') 0.4, (tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel (tex ? 'share of weights' : 'share of weights')
unset colorbox
set label 1 (tex ? 'threshold $q$, in standard deviations' : 'threshold {/:Italic q}, in standard deviations') at screen 0.5408, 0.2653 center
plot data using (of("what is kept", "width 50", "theory", "quality")):(column("kept_fraction")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("what is kept", "width 200", "theory", "quality")):(column("kept_fraction")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("what is kept", "width 50", "measured", "quality") + -0.0225):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("what is kept", "width 50", "measured", "quality") + -0.0225):(column("kept_fraction")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("what is kept", "width 200", "measured", "quality") + 0.0225):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("what is kept", "width 200", "measured", "quality") + 0.0225):(column("kept_fraction")) with points pointtype 5 pointsize 0.8*marks linecolor '#d9b81a'
set lmargin at screen 0.5960; set rmargin at screen 0.9710; set bmargin at screen 0.3745; set tmargin at screen 0.8911
set title (tex ? 'less the law' : 'less the law')
unset logscale x
set xrange [0.0:3.12]
set xtics nomirror ((tex ? '0' : '0') 0.0, (tex ? '1' : '1') 1.0, (tex ? '2' : '2') 2.0, (tex ? '3' : '3') 3.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [-0.0022344426877842776:0.004020868841230895]
set ytics nomirror ((tex ? '-0.002' : '-0.002') -0.002, (tex ? '0' : '0') 0.0, (tex ? '0.002' : '0.002') 0.002, (tex ? '0.004' : '0.004') 0.004)
set format y "%h"
set ylabel (tex ? 'difference' : 'difference')
unset colorbox; unset label
plot data using (of("less the law", "width 50", "theory", "quality")):(column("residual")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("less the law", "width 200", "theory", "quality")):(column("residual")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("less the law", "width 50", "measured", "quality") + -0.0225):(column("residual")):(column("residual_low")):(column("residual_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("less the law", "width 50", "measured", "quality") + -0.0225):(column("residual")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("less the law", "width 200", "measured", "quality") + 0.0225):(column("residual")):(column("residual_low")):(column("residual_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("less the law", "width 200", "measured", "quality") + 0.0225):(column("residual")) with points pointtype 5 pointsize 0.8*marks linecolor '#d9b81a'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0921; set tmargin at screen 0.2109
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory: erfc(q/$\surd$2)' : 'theory: erfc(q/√2)'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0149; set tmargin at screen 0.0743
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#440154' title (tex ? 'width 50' : 'width 50'), \
  keyentry with linespoints pointtype 5 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#d9b81a' title (tex ? 'width 200' : 'width 200')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
