# Means of sensitivity
# S, the sum of the channels' sensitivities. Means of 100 trials a point; bars: 95 % intervals by
# Student's t.
#
# Rebuild with: gnuplot sensitivity.gp   (reads sensitivity.csv, writes sensitivity.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. sensitivity.py draws the same with matplotlib.
data = "sensitivity.csv"
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
if (format eq "svg") { set terminal svg size 742,402 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,804 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,7.56cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,7.56cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "sensitivity.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.3155; set tmargin at screen 0.8905
set title (tex ? 'layer grouped' : 'layer grouped')
unset logscale x
set xrange [-2.96:103.96]
set xtics nomirror ((tex ? '0' : '0') 0.0, (tex ? '50' : '50') 50.0, (tex ? '100' : '100') 100.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [3.6516205201885965:62.167245364609755]
set ytics nomirror ((tex ? '20' : '20') 20.0, (tex ? '40' : '40') 40.0, (tex ? '60' : '60') 60.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'cut' : 'cut') at screen 0.5408, 0.2070 center
set label 2 (tex ? 'sensitivity' : 'sensitivity') at screen 0.0189, 0.6030 center rotate
plot data using (of("layer grouped", "count theorem", "measured", "cut") + -0.029999999999999992):(column("sensitivity")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("layer grouped", "count theorem", "measured", "cut") + -0.029999999999999992):(column("sensitivity")):(column("sensitivity_low")):(column("sensitivity_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("layer grouped", "count theorem", "measured", "cut") + -0.029999999999999992):(column("sensitivity")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("layer grouped", "count code", "measured", "cut") + 0.029999999999999992):(column("sensitivity")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("layer grouped", "count code", "measured", "cut") + 0.029999999999999992):(column("sensitivity")):(column("sensitivity_low")):(column("sensitivity_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("layer grouped", "count code", "measured", "cut") + 0.029999999999999992):(column("sensitivity")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.3155; set tmargin at screen 0.8905
set title (tex ? 'layer dense' : 'layer dense')
unset logscale x
set xrange [-2.96:103.96]
set xtics nomirror ((tex ? '0' : '0') 0.0, (tex ? '50' : '50') 50.0, (tex ? '100' : '100') 100.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [3.6516205201885965:62.167245364609755]
set ytics nomirror ('' 20.0, '' 40.0, '' 60.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("layer dense", "count theorem", "measured", "cut") + -0.029999999999999992):(column("sensitivity")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("layer dense", "count theorem", "measured", "cut") + -0.029999999999999992):(column("sensitivity")):(column("sensitivity_low")):(column("sensitivity_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("layer dense", "count theorem", "measured", "cut") + -0.029999999999999992):(column("sensitivity")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("layer dense", "count code", "measured", "cut") + 0.029999999999999992):(column("sensitivity")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("layer dense", "count code", "measured", "cut") + 0.029999999999999992):(column("sensitivity")):(column("sensitivity_low")):(column("sensitivity_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("layer dense", "count code", "measured", "cut") + 0.029999999999999992):(column("sensitivity")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0925; set tmargin at screen 0.1522
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0149; set tmargin at screen 0.0746
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'count theorem' : 'count theorem'), \
  keyentry with linespoints pointtype 5 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'count code' : 'count code')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
