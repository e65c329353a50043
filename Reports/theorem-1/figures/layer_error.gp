# Errors of pruned layers beside the theorem's bound
# The error eℓ of layer ℓ against the bound for link-normalised networks, both relative to the norm of
# the layer's responses; 1,440 pruned networks, 5,400 certified layers, 1,200 of them drawn, evenly
# chosen. No intervals: the bound is deterministic, and no point may lie above the line of equality.
#
# Rebuild with: gnuplot layer_error.gp   (reads layer_error.csv, writes layer_error.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 8.75cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. layer_error.py draws the same with matplotlib.
data = "layer_error.csv"
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
if (format eq "svg") { set terminal svg size 465,490 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 930,980 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 8.75cm,9.22cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 8.75cm,9.22cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "layer_error.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1763; set rmargin at screen 0.9527; set bmargin at screen 0.3577; set tmargin at screen 0.9102
set title (tex ? 'parallel scheme' : 'parallel scheme')
set logscale x
set xrange [0.004073440708801422:138357790.6256785]
set xtics nomirror ((tex ? '$10^{-2}$' : '10^{−2}') 0.01, '' 0.1 1, (tex ? '$10^{0}$' : '10^{0}') 1.0, '' 10.0 1, (tex ? '$10^{2}$' : '10^{2}') 100.0, '' 1000.0 1, (tex ? '$10^{4}$' : '10^{4}') 10000.0, '' 100000.0 1, (tex ? '$10^{6}$' : '10^{6}') 1000000.0, '' 10000000.0 1, (tex ? '$10^{8}$' : '10^{8}') 100000000.0)
set format x "%h"
set xlabel ''
set logscale y
set yrange [0.007813636304374982:1.2051583328962387]
set ytics nomirror ('' 0.008 1, '' 0.009 1, (tex ? '0.01' : '0.01') 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '0.1' : '0.1') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'theorem''s bound (relative)' : 'theorem''s bound (relative)') at screen 0.5645, 0.2678 center
set label 2 (tex ? 'error (relative)' : 'error (relative)') at screen 0.0301, 0.6339 center rotate
plot data using (of("parallel scheme", "layer 1", "layer", "relative_bound")):(column("relative_error")) with points pointtype 7 pointsize 0.4*marks linecolor '#440154', \
  data using (of("parallel scheme", "layer 2", "layer", "relative_bound")):(column("relative_error")) with points pointtype 5 pointsize 0.4*marks linecolor '#46327e', \
  data using (of("parallel scheme", "layer 3", "layer", "relative_bound")):(column("relative_error")) with points pointtype 9 pointsize 0.4*marks linecolor '#365c8d', \
  data using (of("parallel scheme", "layer 4", "layer", "relative_bound")):(column("relative_error")) with points pointtype 13 pointsize 0.4*marks linecolor '#1fa187', \
  data using (of("parallel scheme", "layer 5", "layer", "relative_bound")):(column("relative_error")) with points pointtype 6 pointsize 0.4*marks linecolor '#4ac16d', \
  data using (of("parallel scheme", "layer 6", "layer", "relative_bound")):(column("relative_error")) with points pointtype 4 pointsize 0.4*marks linecolor '#d9b81a', \
  data using (of("parallel scheme", "", "theory", "relative_bound")):(column("relative_error")) with lines linewidth 2 linecolor '#707070' dashtype 2
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.1249; set tmargin at screen 0.2229
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with points pointtype 7 pointsize 0.8*marks linecolor '#404040' title (tex ? 'measured, one layer' : 'measured, one layer'), \
  keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'theory: error = bound' : 'theory: error = bound')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0122; set tmargin at screen 0.1102
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with points pointtype 7 pointsize 0.8*marks linecolor '#440154' title (tex ? 'layer 1' : 'layer 1'), \
  keyentry with points pointtype 5 pointsize 0.8*marks linecolor '#46327e' title (tex ? 'layer 2' : 'layer 2'), \
  keyentry with points pointtype 9 pointsize 0.8*marks linecolor '#365c8d' title (tex ? 'layer 3' : 'layer 3'), \
  keyentry with points pointtype 13 pointsize 0.8*marks linecolor '#1fa187' title (tex ? 'layer 4' : 'layer 4'), \
  keyentry with points pointtype 6 pointsize 0.8*marks linecolor '#4ac16d' title (tex ? 'layer 5' : 'layer 5'), \
  keyentry with points pointtype 4 pointsize 0.8*marks linecolor '#d9b81a' title (tex ? 'layer 6' : 'layer 6')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
