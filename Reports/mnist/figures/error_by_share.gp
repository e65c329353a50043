# What pruning costs
# Share of the held-out images classified wrongly against the share of all weights that is zero, a
# point for each ε; all methods keep as many weights of every layer as Net-Trim. Dashed: the networks
# before pruning. Bars that end at the axis go on below. Means of 3 networks a point; bars: 95 %
# intervals by Student's t.
#
# Rebuild with: gnuplot error_by_share.gp   (reads error_by_share.csv, writes error_by_share.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. error_by_share.py draws the same with matplotlib.
data = "error_by_share.csv"
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
if (format eq "svg") { set terminal svg size 742,726 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,1452 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,13.66cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,13.66cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "error_by_share.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.6210; set tmargin at screen 0.9394
set title (tex ? 'dropout, parallel, P = 500' : 'dropout, parallel, P = 500')
unset logscale x
set xrange [0.6711260190715708:1.0]
set xtics nomirror ('' 0.7, '' 0.8, '' 0.9, '' 1.0)
set format x ""
set xlabel ''
set logscale y
set yrange [0.018555555555555558:1.0]
set ytics nomirror ('' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '0.1' : '0.1') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'share of weights that is zero' : 'share of weights that is zero') at screen 0.5408, 0.1807 center
set label 2 (tex ? 'error, held out' : 'error, held out') at screen 0.0189, 0.5907 center rotate
plot data using (of("dropout · parallel · P = 500", "", "reference", "zeros")):(column("error")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("dropout · parallel · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("dropout · parallel · P = 500", "Net-Trim", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("dropout · parallel · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with points pointtype 7 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("dropout · parallel · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#E69F00' dashtype 2, \
  data using (of("dropout · parallel · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("dropout · parallel · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with points pointtype 5 pointsize 0.8*marks linecolor '#E69F00', \
  data using (of("dropout · parallel · P = 500", "magnitude", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#404040' dashtype 3, \
  data using (of("dropout · parallel · P = 500", "magnitude", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("dropout · parallel · P = 500", "magnitude", "measured", "zeros")):(column("error")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040', \
  data using (of("dropout · parallel · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#009E73' dashtype 4, \
  data using (of("dropout · parallel · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("dropout · parallel · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with points pointtype 8 pointsize 0.8*marks linecolor '#009E73'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.6210; set tmargin at screen 0.9394
set title (tex ? 'dropout, cascade, P = 500' : 'dropout, cascade, P = 500')
unset logscale x
set xrange [0.6711260190715708:1.0]
set xtics nomirror ('' 0.7, '' 0.8, '' 0.9, '' 1.0)
set format x ""
set xlabel ''
set logscale y
set yrange [0.018555555555555558:1.0]
set ytics nomirror ('' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("dropout · cascade · P = 500", "", "reference", "zeros")):(column("error")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("dropout · cascade · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("dropout · cascade · P = 500", "Net-Trim", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("dropout · cascade · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with points pointtype 7 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("dropout · cascade · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#E69F00' dashtype 2, \
  data using (of("dropout · cascade · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("dropout · cascade · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with points pointtype 5 pointsize 0.8*marks linecolor '#E69F00', \
  data using (of("dropout · cascade · P = 500", "magnitude", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#404040' dashtype 3, \
  data using (of("dropout · cascade · P = 500", "magnitude", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("dropout · cascade · P = 500", "magnitude", "measured", "zeros")):(column("error")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040', \
  data using (of("dropout · cascade · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#009E73' dashtype 4, \
  data using (of("dropout · cascade · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("dropout · cascade · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with points pointtype 8 pointsize 0.8*marks linecolor '#009E73'
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.2419; set tmargin at screen 0.5603
set title (tex ? 'l1, parallel, P = 500' : 'l1, parallel, P = 500')
unset logscale x
set xrange [0.6711260190715708:1.0]
set xtics nomirror ((tex ? '0.7' : '0.7') 0.7, (tex ? '0.8' : '0.8') 0.8, (tex ? '0.9' : '0.9') 0.9, (tex ? '1' : '1') 1.0)
set format x "%h"
set xlabel ''
set logscale y
set yrange [0.018555555555555558:1.0]
set ytics nomirror ('' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '0.1' : '0.1') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox; unset label
plot data using (of("l1 · parallel · P = 500", "", "reference", "zeros")):(column("error")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("l1 · parallel · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("l1 · parallel · P = 500", "Net-Trim", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("l1 · parallel · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with points pointtype 7 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("l1 · parallel · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#E69F00' dashtype 2, \
  data using (of("l1 · parallel · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("l1 · parallel · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with points pointtype 5 pointsize 0.8*marks linecolor '#E69F00', \
  data using (of("l1 · parallel · P = 500", "magnitude", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#404040' dashtype 3, \
  data using (of("l1 · parallel · P = 500", "magnitude", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("l1 · parallel · P = 500", "magnitude", "measured", "zeros")):(column("error")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040', \
  data using (of("l1 · parallel · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#009E73' dashtype 4, \
  data using (of("l1 · parallel · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("l1 · parallel · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with points pointtype 8 pointsize 0.8*marks linecolor '#009E73'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.2419; set tmargin at screen 0.5603
set title (tex ? 'l1, cascade, P = 500' : 'l1, cascade, P = 500')
unset logscale x
set xrange [0.6711260190715708:1.0]
set xtics nomirror ((tex ? '0.7' : '0.7') 0.7, (tex ? '0.8' : '0.8') 0.8, (tex ? '0.9' : '0.9') 0.9, (tex ? '1' : '1') 1.0)
set format x "%h"
set xlabel ''
set logscale y
set yrange [0.018555555555555558:1.0]
set ytics nomirror ('' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("l1 · cascade · P = 500", "", "reference", "zeros")):(column("error")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("l1 · cascade · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("l1 · cascade · P = 500", "Net-Trim", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("l1 · cascade · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with points pointtype 7 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("l1 · cascade · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#E69F00' dashtype 2, \
  data using (of("l1 · cascade · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("l1 · cascade · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with points pointtype 5 pointsize 0.8*marks linecolor '#E69F00', \
  data using (of("l1 · cascade · P = 500", "magnitude", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#404040' dashtype 3, \
  data using (of("l1 · cascade · P = 500", "magnitude", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("l1 · cascade · P = 500", "magnitude", "measured", "zeros")):(column("error")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040', \
  data using (of("l1 · cascade · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#009E73' dashtype 4, \
  data using (of("l1 · cascade · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("l1 · cascade · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with points pointtype 8 pointsize 0.8*marks linecolor '#009E73'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0843; set tmargin at screen 0.1504
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'before pruning' : 'before pruning'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0083; set tmargin at screen 0.0744
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'Net-Trim' : 'Net-Trim'), \
  keyentry with linespoints pointtype 5 pointsize 0.8*marks linewidth 1 dashtype 2 linecolor '#E69F00' title (tex ? 'Net-Trim, retrained' : 'Net-Trim, retrained'), \
  keyentry with linespoints pointtype 6 pointsize 0.8*marks linewidth 1 dashtype 3 linecolor '#404040' title (tex ? 'magnitude' : 'magnitude'), \
  keyentry with linespoints pointtype 8 pointsize 0.8*marks linewidth 1 dashtype 4 linecolor '#009E73' title (tex ? 'magnitude, retrained' : 'magnitude, retrained')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
