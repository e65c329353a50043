# Draws that whole networks ask for, as published
# Draws per edge of CoreNet's own count for fresh samples; above 1 it is vacuous. Geometric means.
# Means of 60 trials a point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot published_vacuity.gp   (reads published_vacuity.csv, writes published_vacuity.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. published_vacuity.py draws the same with matplotlib.
data = "published_vacuity.csv"
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
if (format eq "svg") { set terminal svg size 742,450 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,900 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,8.47cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,8.47cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "published_vacuity.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.3885; set tmargin at screen 0.9022
set title (tex ? '2 layers' : '2 layers')
set logscale x
set xrange [18.4037530124975:173.8775780041694]
set xtics nomirror ((tex ? '20' : '20') 20.0, '' 30.0 1, '' 40.0 1, (tex ? '50' : '50') 50.0, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, (tex ? '100' : '100') 100.0)
set format x "%h"
set xlabel ''
set logscale y
set yrange [0.1209288152997546:7.148669934366755e+23]
set ytics nomirror ((tex ? '$10^{0}$' : '10^{0}') 1.0, '' 10.0 1, '' 100.0 1, '' 1000.0 1, '' 10000.0 1, (tex ? '$10^{5}$' : '10^{5}') 100000.0, '' 1000000.0 1, '' 10000000.0 1, '' 100000000.0 1, '' 1000000000.0 1, (tex ? '$10^{10}$' : '10^{10}') 10000000000.0, '' 100000000000.0 1, '' 1000000000000.0 1, '' 10000000000000.0 1, '' 100000000000000.0 1, (tex ? '$10^{15}$' : '10^{15}') 1000000000000000.0, '' 1e+16 1, '' 1e+17 1, '' 1e+18 1, '' 1e+19 1, (tex ? '$10^{20}$' : '10^{20}') 1e+20, '' 1e+21 1, '' 1e+22 1, '' 1e+23 1)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'neurons of a layer' : 'neurons of a layer') at screen 0.5408, 0.2916 center
set label 2 (tex ? 'draws per edge, $m/n$' : 'draws per edge, {/:Italic m}/{/:Italic n}') at screen 0.0189, 0.6453 center rotate
plot data using (of("2 layers", "", "reference", "width")):(column("draws_per_edge")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (0.9592641193252643*of("2 layers", "nonnegative weights", "measured", "width")):(column("draws_per_edge")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (0.9592641193252643*of("2 layers", "nonnegative weights", "measured", "width")):(column("draws_per_edge")):(column("draws_per_edge_low")):(column("draws_per_edge_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (0.9592641193252643*of("2 layers", "nonnegative weights", "measured", "width")):(column("draws_per_edge")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (1.0*of("2 layers", "mixed weights", "measured", "width")):(column("draws_per_edge")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (1.0*of("2 layers", "mixed weights", "measured", "width")):(column("draws_per_edge")):(column("draws_per_edge_low")):(column("draws_per_edge_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (1.0*of("2 layers", "mixed weights", "measured", "width")):(column("draws_per_edge")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (1.0424657608411214*of("2 layers", "signed weights", "measured", "width")):(column("draws_per_edge")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (1.0424657608411214*of("2 layers", "signed weights", "measured", "width")):(column("draws_per_edge")):(column("draws_per_edge_low")):(column("draws_per_edge_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (1.0424657608411214*of("2 layers", "signed weights", "measured", "width")):(column("draws_per_edge")) with points pointtype 9 pointsize 0.8*marks linecolor '#009E73'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.3885; set tmargin at screen 0.9022
set title (tex ? '3 layers' : '3 layers')
set logscale x
set xrange [18.4037530124975:173.8775780041694]
set xtics nomirror ((tex ? '20' : '20') 20.0, '' 30.0 1, '' 40.0 1, (tex ? '50' : '50') 50.0, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, (tex ? '100' : '100') 100.0)
set format x "%h"
set xlabel ''
set logscale y
set yrange [0.1209288152997546:7.148669934366755e+23]
set ytics nomirror ('' 1.0, '' 10.0 1, '' 100.0 1, '' 1000.0 1, '' 10000.0 1, '' 100000.0, '' 1000000.0 1, '' 10000000.0 1, '' 100000000.0 1, '' 1000000000.0 1, '' 10000000000.0, '' 100000000000.0 1, '' 1000000000000.0 1, '' 10000000000000.0 1, '' 100000000000000.0 1, '' 1000000000000000.0, '' 1e+16 1, '' 1e+17 1, '' 1e+18 1, '' 1e+19 1, '' 1e+20, '' 1e+21 1, '' 1e+22 1, '' 1e+23 1)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("3 layers", "", "reference", "width")):(column("draws_per_edge")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (0.9592641193252643*of("3 layers", "nonnegative weights", "measured", "width")):(column("draws_per_edge")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (0.9592641193252643*of("3 layers", "nonnegative weights", "measured", "width")):(column("draws_per_edge")):(column("draws_per_edge_low")):(column("draws_per_edge_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (0.9592641193252643*of("3 layers", "nonnegative weights", "measured", "width")):(column("draws_per_edge")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (1.0*of("3 layers", "mixed weights", "measured", "width")):(column("draws_per_edge")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (1.0*of("3 layers", "mixed weights", "measured", "width")):(column("draws_per_edge")):(column("draws_per_edge_low")):(column("draws_per_edge_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (1.0*of("3 layers", "mixed weights", "measured", "width")):(column("draws_per_edge")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (1.0424657608411214*of("3 layers", "signed weights", "measured", "width")):(column("draws_per_edge")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (1.0424657608411214*of("3 layers", "signed weights", "measured", "width")):(column("draws_per_edge")):(column("draws_per_edge_low")):(column("draws_per_edge_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (1.0424657608411214*of("3 layers", "signed weights", "measured", "width")):(column("draws_per_edge")) with points pointtype 9 pointsize 0.8*marks linecolor '#009E73'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.1360; set tmargin at screen 0.2427
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'one draw per edge, $m/n = 1$' : 'one draw per edge, {/:Italic m}/{/:Italic n} = 1'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0133; set tmargin at screen 0.1200
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'nonnegative weights' : 'nonnegative weights'), \
  keyentry with linespoints pointtype 5 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'mixed weights' : 'mixed weights'), \
  keyentry with linespoints pointtype 9 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#009E73' title (tex ? 'signed weights' : 'signed weights')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
