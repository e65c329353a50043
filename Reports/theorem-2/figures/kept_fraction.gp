# Sparsity against discrepancy
# Non-zero weights after pruning over those before against the relative discrepancy of the output
# (above 1 where a planted network had fewer than a minimiser has), of 959 pruned networks in which
# every program was solved to a certified optimum: medians over the networks of a cell, one point for
# each depth, width, P, ε and γ. Bars: from the first to the third quartile of the networks, no
# confidence intervals.
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
if (format eq "svg") { set terminal svg size 742,337 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,674 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,6.34cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,6.34cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "kept_fraction.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.3655; set bmargin at screen 0.4484; set tmargin at screen 0.8694
set title (tex ? 'planted networks' : 'planted networks')
set logscale x
set xrange [0.0008716919600850521:1.3112283925084154]
set xtics nomirror ('' 0.0009 1, (tex ? '$10^{-3}$' : '10^{−3}') 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, (tex ? '$10^{-2}$' : '10^{−2}') 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '$10^{-1}$' : '10^{−1}') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '$10^{0}$' : '10^{0}') 1.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.391]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.5' : '0.5') 0.5, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'relative discrepancy of the output' : 'relative discrepancy of the output') at screen 0.5408, 0.3181 center
set label 2 (tex ? 'non-zeros after/before' : 'non-zeros after/before') at screen 0.0189, 0.6589 center rotate
plot data using (of("planted networks", "", "reference", "discrepancy_median")):(column("kept_median")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("planted networks", "parallel scheme", "median", "discrepancy_median")):(column("kept_median")):(column("kept_median_low")):(column("kept_median_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("planted networks", "parallel scheme", "median", "discrepancy_median")):(column("kept_median")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("planted networks", "cascade scheme", "median", "discrepancy_median")):(column("kept_median")):(column("kept_median_low")):(column("kept_median_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("planted networks", "cascade scheme", "median", "discrepancy_median")):(column("kept_median")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
set lmargin at screen 0.4133; set rmargin at screen 0.6682; set bmargin at screen 0.4484; set tmargin at screen 0.8694
set title (tex ? 'dense networks' : 'dense networks')
set logscale x
set xrange [0.0008716919600850521:1.3112283925084154]
set xtics nomirror ('' 0.0009 1, (tex ? '$10^{-3}$' : '10^{−3}') 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, (tex ? '$10^{-2}$' : '10^{−2}') 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '$10^{-1}$' : '10^{−1}') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '$10^{0}$' : '10^{0}') 1.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.391]
set ytics nomirror ('' 0.0, '' 0.5, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("dense networks", "", "reference", "discrepancy_median")):(column("kept_median")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("dense networks", "parallel scheme", "median", "discrepancy_median")):(column("kept_median")):(column("kept_median_low")):(column("kept_median_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("dense networks", "parallel scheme", "median", "discrepancy_median")):(column("kept_median")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("dense networks", "cascade scheme", "median", "discrepancy_median")):(column("kept_median")):(column("kept_median_low")):(column("kept_median_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("dense networks", "cascade scheme", "median", "discrepancy_median")):(column("kept_median")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
set lmargin at screen 0.7161; set rmargin at screen 0.9710; set bmargin at screen 0.4484; set tmargin at screen 0.8694
set title (tex ? 'trained networks' : 'trained networks')
set logscale x
set xrange [0.0008716919600850521:1.3112283925084154]
set xtics nomirror ('' 0.0009 1, (tex ? '$10^{-3}$' : '10^{−3}') 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, (tex ? '$10^{-2}$' : '10^{−2}') 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '$10^{-1}$' : '10^{−1}') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '$10^{0}$' : '10^{0}') 1.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.391]
set ytics nomirror ('' 0.0, '' 0.5, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("trained networks", "", "reference", "discrepancy_median")):(column("kept_median")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("trained networks", "parallel scheme", "median", "discrepancy_median")):(column("kept_median")):(column("kept_median_low")):(column("kept_median_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("trained networks", "parallel scheme", "median", "discrepancy_median")):(column("kept_median")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("trained networks", "cascade scheme", "median", "discrepancy_median")):(column("kept_median")):(column("kept_median_low")):(column("kept_median_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("trained networks", "cascade scheme", "median", "discrepancy_median")):(column("kept_median")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.1104; set tmargin at screen 0.2528
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'as many as before' : 'as many as before'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, median and quartiles of networks' : 'measured, median and quartiles of networks')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0178; set tmargin at screen 0.0890
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2' title (tex ? 'parallel scheme' : 'parallel scheme'), \
  keyentry with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00' title (tex ? 'cascade scheme' : 'cascade scheme')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
