# The 50 % point under each condition, over the exact law's
# Samples at 50 % success over those of the exact law for Gaussian inputs, 7,200 trials, 40 a cell;
# bars: 95 % profile-likelihood intervals. To the right of 1 a condition needs more samples than the
# law. Without a measured 50 % point: omp at N = 60, s = 11; auto at N = 60, s = 12; auto at N = 60, s
# = 13; auto at N = 60, s = 14; omp at N = 60, s = 14; auto at N = 60, s = 15; auto at N = 60, s = 16;
# omp at N = 60, s = 16; auto at N = 60, s = 17; auto at N = 60, s = 19; omp at N = 60, s = 19; auto
# at N = 60, s = 21; auto at N = 60, s = 22; omp at N = 60, s = 22; auto at N = 60, s = 24; auto at N
# = 60, s = 25; omp at N = 60, s = 25; auto at N = 60, s = 27; omp at N = 60, s = 27; auto at N = 60,
# s = 29; omp at N = 60, s = 29; auto at N = 60, s = 30; omp at N = 60, s = 30; auto at N = 60, s =
# 32; omp at N = 60, s = 32; auto at N = 60, s = 36; omp at N = 60, s = 36.
#
# Rebuild with: gnuplot conditions.gp   (reads conditions.csv, writes conditions.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 8.75cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. conditions.py draws the same with matplotlib.
data = "conditions.csv"
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
if (format eq "svg") { set terminal svg size 465,602 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 930,1204 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 8.75cm,11.33cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 8.75cm,11.33cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "conditions.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1290; set rmargin at screen 0.9527; set bmargin at screen 0.4498; set tmargin at screen 0.9269
set title (tex ? '$N = 60$' : '{/:Italic N} = 60')
set logscale x
set xrange [0.5138647259841704:1.3890806514992302]
set xtics nomirror ((tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0, (tex ? '1.2' : '1.2') 1.2)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [-0.6:1.6]
set ytics nomirror ((tex ? 'auto' : 'auto') 1.0, (tex ? 'omp' : 'omp') 0.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? '$P_{50}$ over the exact law' : '{/:Italic P}_{50} over the exact law') at screen 0.5409, 0.3774 center
set label 2 '' at screen 0.0301, 0.6883 center rotate
plot data using (of("N = 60", "", "theory", "ratio")):(column("row")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("N = 60", "s = 1", "measured", "ratio")):(column("row")):(column("ratio_low")):(column("ratio_high")) with xerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 60", "s = 1", "measured", "ratio")):(column("row")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("N = 60", "s = 2", "measured", "ratio")):(column("row")):(column("ratio_low")):(column("ratio_high")) with xerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 60", "s = 2", "measured", "ratio")):(column("row")) with points pointtype 5 pointsize 0.8*marks linecolor '#440154', \
  data using (of("N = 60", "s = 3", "measured", "ratio")):(column("row")):(column("ratio_low")):(column("ratio_high")) with xerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 60", "s = 3", "measured", "ratio")):(column("row")) with points pointtype 9 pointsize 0.8*marks linecolor '#440154', \
  data using (of("N = 60", "s = 4", "measured", "ratio")):(column("row")):(column("ratio_low")):(column("ratio_high")) with xerrorbars pointtype 0 linewidth 1.3 linecolor '#46327e', \
  data using (of("N = 60", "s = 4", "measured", "ratio")):(column("row")) with points pointtype 13 pointsize 0.8*marks linecolor '#46327e', \
  data using (of("N = 60", "s = 5", "measured", "ratio")):(column("row")):(column("ratio_low")):(column("ratio_high")) with xerrorbars pointtype 0 linewidth 1.3 linecolor '#46327e', \
  data using (of("N = 60", "s = 5", "measured", "ratio")):(column("row")) with points pointtype 6 pointsize 0.8*marks linecolor '#46327e', \
  data using (of("N = 60", "s = 6", "measured", "ratio")):(column("row")):(column("ratio_low")):(column("ratio_high")) with xerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 60", "s = 6", "measured", "ratio")):(column("row")) with points pointtype 4 pointsize 0.8*marks linecolor '#365c8d', \
  data using (of("N = 60", "s = 7", "measured", "ratio")):(column("row")):(column("ratio_low")):(column("ratio_high")) with xerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 60", "s = 7", "measured", "ratio")):(column("row")) with points pointtype 8 pointsize 0.8*marks linecolor '#365c8d', \
  data using (of("N = 60", "s = 8", "measured", "ratio")):(column("row")):(column("ratio_low")):(column("ratio_high")) with xerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 60", "s = 8", "measured", "ratio")):(column("row")) with points pointtype 12 pointsize 0.8*marks linecolor '#365c8d', \
  data using (of("N = 60", "s = 9", "measured", "ratio")):(column("row")):(column("ratio_low")):(column("ratio_high")) with xerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 60", "s = 9", "measured", "ratio")):(column("row")) with points pointtype 7 pointsize 0.8*marks linecolor '#277f8e', \
  data using (of("N = 60", "s = 10", "measured", "ratio")):(column("row")):(column("ratio_low")):(column("ratio_high")) with xerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 60", "s = 10", "measured", "ratio")):(column("row")) with points pointtype 5 pointsize 0.8*marks linecolor '#277f8e', \
  data using (of("N = 60", "s = 11", "measured", "ratio")):(column("row")):(column("ratio_low")):(column("ratio_high")) with xerrorbars pointtype 0 linewidth 1.3 linecolor '#1fa187', \
  data using (of("N = 60", "s = 11", "measured", "ratio")):(column("row")) with points pointtype 9 pointsize 0.8*marks linecolor '#1fa187', \
  data using (of("N = 60", "s = 12", "measured", "ratio")):(column("row")):(column("ratio_low")):(column("ratio_high")) with xerrorbars pointtype 0 linewidth 1.3 linecolor '#1fa187', \
  data using (of("N = 60", "s = 12", "measured", "ratio")):(column("row")) with points pointtype 13 pointsize 0.8*marks linecolor '#1fa187', \
  data using (of("N = 60", "s = 13", "measured", "ratio")):(column("row")) with points pointtype 6 pointsize 0.8*marks linecolor '#1fa187', \
  data using (of("N = 60", "s = 15", "measured", "ratio")):(column("row")):(column("ratio_low")):(column("ratio_high")) with xerrorbars pointtype 0 linewidth 1.3 linecolor '#4ac16d', \
  data using (of("N = 60", "s = 15", "measured", "ratio")):(column("row")) with points pointtype 4 pointsize 0.8*marks linecolor '#4ac16d', \
  data using (of("N = 60", "s = 17", "measured", "ratio")):(column("row")) with points pointtype 8 pointsize 0.8*marks linecolor '#4ac16d', \
  data using (of("N = 60", "s = 18", "measured", "ratio")):(column("row")) with points pointtype 12 pointsize 0.8*marks linecolor '#9fc51d', \
  data using (of("N = 60", "s = 21", "measured", "ratio")):(column("row")) with points pointtype 7 pointsize 0.8*marks linecolor '#9fc51d', \
  data using (of("N = 60", "s = 24", "measured", "ratio")):(column("row")) with points pointtype 5 pointsize 0.8*marks linecolor '#d9b81a'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.2611; set tmargin at screen 0.3409
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'theory: exact law' : 'theory: exact law'), \
  keyentry with xerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals' : 'measured, 95 % intervals')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0100; set tmargin at screen 0.2492
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with xerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#440154' title (tex ? '$s = 1$' : '{/:Italic s} = 1'), \
  keyentry with xerrorbars pointtype 5 pointsize 0.8*marks linewidth 1.3 linecolor '#440154' title (tex ? '$s = 2$' : '{/:Italic s} = 2'), \
  keyentry with xerrorbars pointtype 9 pointsize 0.8*marks linewidth 1.3 linecolor '#440154' title (tex ? '$s = 3$' : '{/:Italic s} = 3'), \
  keyentry with xerrorbars pointtype 13 pointsize 0.8*marks linewidth 1.3 linecolor '#46327e' title (tex ? '$s = 4$' : '{/:Italic s} = 4'), \
  keyentry with xerrorbars pointtype 6 pointsize 0.8*marks linewidth 1.3 linecolor '#46327e' title (tex ? '$s = 5$' : '{/:Italic s} = 5'), \
  keyentry with xerrorbars pointtype 4 pointsize 0.8*marks linewidth 1.3 linecolor '#365c8d' title (tex ? '$s = 6$' : '{/:Italic s} = 6'), \
  keyentry with xerrorbars pointtype 8 pointsize 0.8*marks linewidth 1.3 linecolor '#365c8d' title (tex ? '$s = 7$' : '{/:Italic s} = 7'), \
  keyentry with xerrorbars pointtype 12 pointsize 0.8*marks linewidth 1.3 linecolor '#365c8d' title (tex ? '$s = 8$' : '{/:Italic s} = 8'), \
  keyentry with xerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#277f8e' title (tex ? '$s = 9$' : '{/:Italic s} = 9'), \
  keyentry with xerrorbars pointtype 5 pointsize 0.8*marks linewidth 1.3 linecolor '#277f8e' title (tex ? '$s = 10$' : '{/:Italic s} = 10'), \
  keyentry with xerrorbars pointtype 9 pointsize 0.8*marks linewidth 1.3 linecolor '#1fa187' title (tex ? '$s = 11$' : '{/:Italic s} = 11'), \
  keyentry with xerrorbars pointtype 13 pointsize 0.8*marks linewidth 1.3 linecolor '#1fa187' title (tex ? '$s = 12$' : '{/:Italic s} = 12'), \
  keyentry with xerrorbars pointtype 6 pointsize 0.8*marks linewidth 1.3 linecolor '#1fa187' title (tex ? '$s = 13$' : '{/:Italic s} = 13'), \
  keyentry with xerrorbars pointtype 4 pointsize 0.8*marks linewidth 1.3 linecolor '#4ac16d' title (tex ? '$s = 15$' : '{/:Italic s} = 15'), \
  keyentry with xerrorbars pointtype 8 pointsize 0.8*marks linewidth 1.3 linecolor '#4ac16d' title (tex ? '$s = 17$' : '{/:Italic s} = 17'), \
  keyentry with xerrorbars pointtype 12 pointsize 0.8*marks linewidth 1.3 linecolor '#9fc51d' title (tex ? '$s = 18$' : '{/:Italic s} = 18'), \
  keyentry with xerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#9fc51d' title (tex ? '$s = 21$' : '{/:Italic s} = 21'), \
  keyentry with xerrorbars pointtype 5 pointsize 0.8*marks linewidth 1.3 linecolor '#d9b81a' title (tex ? '$s = 24$' : '{/:Italic s} = 24')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
