# Means of certificate norm
# ‖ξ‖; empty where fewer than s samples are active. Means of 579 to 1,000 trials a point; bars: 95 %
# intervals by Student's t.
#
# Rebuild with: gnuplot certificate_norm.gp   (reads certificate_norm.csv, writes certificate_norm.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. certificate_norm.py draws the same with matplotlib.
data = "certificate_norm.csv"
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
if (format eq "svg") { set terminal svg size 742,320 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,640 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,6.02cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,6.02cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "certificate_norm.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.3776; set bmargin at screen 0.3980; set tmargin at screen 0.8625
set title (tex ? 'dimension 50' : 'dimension 50')
unset logscale x
set xrange [0.24:20.76]
set xtics nomirror ((tex ? '5' : '5') 5.0, (tex ? '10' : '10') 10.0, (tex ? '15' : '15') 15.0, (tex ? '20' : '20') 20.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [-0.29082111857442583:10.589411003170413]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '5' : '5') 5.0, (tex ? '10' : '10') 10.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'sparsity' : 'sparsity') at screen 0.5408, 0.2600 center
set label 2 (tex ? 'certificate norm' : 'certificate norm') at screen 0.0189, 0.6303 center rotate
plot data using (of("dimension 50", "samples 40", "measured", "sparsity") + -0.08):(column("certificate_norm")) with lines linewidth 1 linecolor '#440154' dashtype 1, \
  data using (of("dimension 50", "samples 40", "measured", "sparsity") + -0.08):(column("certificate_norm")):(column("certificate_norm_low")):(column("certificate_norm_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("dimension 50", "samples 40", "measured", "sparsity") + -0.08):(column("certificate_norm")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("dimension 50", "samples 80", "measured", "sparsity") + 0.0):(column("certificate_norm")) with lines linewidth 1 linecolor '#277f8e' dashtype 1, \
  data using (of("dimension 50", "samples 80", "measured", "sparsity") + 0.0):(column("certificate_norm")):(column("certificate_norm_low")):(column("certificate_norm_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("dimension 50", "samples 80", "measured", "sparsity") + 0.0):(column("certificate_norm")) with points pointtype 5 pointsize 0.8*marks linecolor '#277f8e', \
  data using (of("dimension 50", "samples 160", "measured", "sparsity") + 0.08):(column("certificate_norm")) with lines linewidth 1 linecolor '#d9b81a' dashtype 1, \
  data using (of("dimension 50", "samples 160", "measured", "sparsity") + 0.08):(column("certificate_norm")):(column("certificate_norm_low")):(column("certificate_norm_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("dimension 50", "samples 160", "measured", "sparsity") + 0.08):(column("certificate_norm")) with points pointtype 9 pointsize 0.8*marks linecolor '#d9b81a'
set lmargin at screen 0.4072; set rmargin at screen 0.6743; set bmargin at screen 0.3980; set tmargin at screen 0.8625
set title (tex ? 'dimension 100' : 'dimension 100')
unset logscale x
set xrange [0.24:20.76]
set xtics nomirror ((tex ? '5' : '5') 5.0, (tex ? '10' : '10') 10.0, (tex ? '15' : '15') 15.0, (tex ? '20' : '20') 20.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [-0.29082111857442583:10.589411003170413]
set ytics nomirror ('' 0.0, '' 5.0, '' 10.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("dimension 100", "samples 40", "measured", "sparsity") + -0.16):(column("certificate_norm")) with lines linewidth 1 linecolor '#440154' dashtype 1, \
  data using (of("dimension 100", "samples 40", "measured", "sparsity") + -0.16):(column("certificate_norm")):(column("certificate_norm_low")):(column("certificate_norm_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("dimension 100", "samples 40", "measured", "sparsity") + -0.16):(column("certificate_norm")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("dimension 100", "samples 80", "measured", "sparsity") + 0.0):(column("certificate_norm")) with lines linewidth 1 linecolor '#277f8e' dashtype 1, \
  data using (of("dimension 100", "samples 80", "measured", "sparsity") + 0.0):(column("certificate_norm")):(column("certificate_norm_low")):(column("certificate_norm_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("dimension 100", "samples 80", "measured", "sparsity") + 0.0):(column("certificate_norm")) with points pointtype 5 pointsize 0.8*marks linecolor '#277f8e', \
  data using (of("dimension 100", "samples 160", "measured", "sparsity") + 0.16):(column("certificate_norm")) with lines linewidth 1 linecolor '#d9b81a' dashtype 1, \
  data using (of("dimension 100", "samples 160", "measured", "sparsity") + 0.16):(column("certificate_norm")):(column("certificate_norm_low")):(column("certificate_norm_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("dimension 100", "samples 160", "measured", "sparsity") + 0.16):(column("certificate_norm")) with points pointtype 9 pointsize 0.8*marks linecolor '#d9b81a'
set lmargin at screen 0.7040; set rmargin at screen 0.9710; set bmargin at screen 0.3980; set tmargin at screen 0.8625
set title (tex ? 'dimension 200' : 'dimension 200')
unset logscale x
set xrange [0.24:20.76]
set xtics nomirror ((tex ? '5' : '5') 5.0, (tex ? '10' : '10') 10.0, (tex ? '15' : '15') 15.0, (tex ? '20' : '20') 20.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [-0.29082111857442583:10.589411003170413]
set ytics nomirror ('' 0.0, '' 5.0, '' 10.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("dimension 200", "samples 40", "measured", "sparsity") + -0.32):(column("certificate_norm")) with lines linewidth 1 linecolor '#440154' dashtype 1, \
  data using (of("dimension 200", "samples 40", "measured", "sparsity") + -0.32):(column("certificate_norm")):(column("certificate_norm_low")):(column("certificate_norm_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("dimension 200", "samples 40", "measured", "sparsity") + -0.32):(column("certificate_norm")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("dimension 200", "samples 80", "measured", "sparsity") + 0.0):(column("certificate_norm")) with lines linewidth 1 linecolor '#277f8e' dashtype 1, \
  data using (of("dimension 200", "samples 80", "measured", "sparsity") + 0.0):(column("certificate_norm")):(column("certificate_norm_low")):(column("certificate_norm_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("dimension 200", "samples 80", "measured", "sparsity") + 0.0):(column("certificate_norm")) with points pointtype 5 pointsize 0.8*marks linecolor '#277f8e', \
  data using (of("dimension 200", "samples 160", "measured", "sparsity") + 0.32):(column("certificate_norm")) with lines linewidth 1 linecolor '#d9b81a' dashtype 1, \
  data using (of("dimension 200", "samples 160", "measured", "sparsity") + 0.32):(column("certificate_norm")):(column("certificate_norm_low")):(column("certificate_norm_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("dimension 200", "samples 160", "measured", "sparsity") + 0.32):(column("certificate_norm")) with points pointtype 9 pointsize 0.8*marks linecolor '#d9b81a'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.1162; set tmargin at screen 0.1912
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0188; set tmargin at screen 0.0937
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#440154' title (tex ? 'samples 40' : 'samples 40'), \
  keyentry with linespoints pointtype 5 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#277f8e' title (tex ? 'samples 80' : 'samples 80'), \
  keyentry with linespoints pointtype 9 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#d9b81a' title (tex ? 'samples 160' : 'samples 160')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
