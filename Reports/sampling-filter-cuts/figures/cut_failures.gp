# How far the draws can be cut
# Share of trials that fail, by how many times fewer draws than the theorem's. Means of 100 trials a
# point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot cut_failures.gp   (reads cut_failures.csv, writes cut_failures.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 8.75cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. cut_failures.py draws the same with matplotlib.
data = "cut_failures.csv"
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
set output "cut_failures.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1763; set rmargin at screen 0.9527; set bmargin at screen 0.3577; set tmargin at screen 0.9102
set title (tex ? '$\delta = 0.1$' : '{/:Italic δ} = 0.1')
set logscale x
set xrange [0.831763771102671:120.22644346174131]
set xtics nomirror ('' 0.9 1, (tex ? '1' : '1') 1.0, '' 2.0 1, '' 3.0 1, '' 4.0 1, '' 5.0 1, '' 6.0 1, '' 7.0 1, '' 8.0 1, '' 9.0 1, (tex ? '10' : '10') 10.0, '' 20.0 1, '' 30.0 1, '' 40.0 1, '' 50.0 1, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, (tex ? '100' : '100') 100.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.4' : '0.4') 0.4, (tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'times fewer draws' : 'times fewer draws') at screen 0.5645, 0.2678 center
set label 2 (tex ? 'share of trials that fail' : 'share of trials that fail') at screen 0.0301, 0.6339 center rotate
plot data using (of("δ = 0.1", "", "reference", "cut")):(column("failed")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (0.9765726666489214*of("δ = 0.1", "grouped · theorem", "measured", "cut")):(column("failed")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (0.9765726666489214*of("δ = 0.1", "grouped · theorem", "measured", "cut")):(column("failed")):(column("failed_low")):(column("failed_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (0.9765726666489214*of("δ = 0.1", "grouped · theorem", "measured", "cut")):(column("failed")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (0.9921291003586716*of("δ = 0.1", "grouped · code", "measured", "cut")):(column("failed")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (0.9921291003586716*of("δ = 0.1", "grouped · code", "measured", "cut")):(column("failed")):(column("failed_low")):(column("failed_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (0.9921291003586716*of("δ = 0.1", "grouped · code", "measured", "cut")):(column("failed")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (1.007933342181459*of("δ = 0.1", "dense · theorem", "measured", "cut")):(column("failed")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (1.007933342181459*of("δ = 0.1", "dense · theorem", "measured", "cut")):(column("failed")):(column("failed_low")):(column("failed_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (1.007933342181459*of("δ = 0.1", "dense · theorem", "measured", "cut")):(column("failed")) with points pointtype 9 pointsize 0.8*marks linecolor '#009E73', \
  data using (1.0239893396069222*of("δ = 0.1", "dense · code", "measured", "cut")):(column("failed")) with lines linewidth 1 linecolor '#CC79A7' dashtype 1, \
  data using (1.0239893396069222*of("δ = 0.1", "dense · code", "measured", "cut")):(column("failed")):(column("failed_low")):(column("failed_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (1.0239893396069222*of("δ = 0.1", "dense · code", "measured", "cut")):(column("failed")) with points pointtype 13 pointsize 0.8*marks linecolor '#CC79A7'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.1249; set tmargin at screen 0.2229
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? '$\delta = 0.1$' : '{/:Italic δ} = 0.1'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0122; set tmargin at screen 0.1102
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'grouped, theorem' : 'grouped, theorem'), \
  keyentry with linespoints pointtype 5 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'grouped, code' : 'grouped, code'), \
  keyentry with linespoints pointtype 9 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#009E73' title (tex ? 'dense, theorem' : 'dense, theorem'), \
  keyentry with linespoints pointtype 13 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#CC79A7' title (tex ? 'dense, code' : 'dense, code')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
