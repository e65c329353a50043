# What pruning costs
# Share of the held-out images classified wrongly against the share of all weights that is zero, a
# point for each ε; all methods keep as many weights of every layer as Net-Trim. Dashed: the networks
# before pruning. Bars that end at the axis go on below. Means of 3 networks a point; bars: 95 %
# intervals by Student's t.
#
# Rebuild with: gnuplot error_by_share.gp   (reads error_by_share.csv, writes error_by_share.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
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
if (format eq "svg") { set terminal svg size 1000,863 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2000,1726 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 16.7cm,14.4cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 16.7cm,14.4cm font "\\small" linewidth 0.8 }
set output "error_by_share.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.5782; set tmargin at screen 0.9537
set title (tex ? 'dropout, parallel, P = 500' : 'dropout, parallel, P = 500')
unset logscale x
set xrange [0.6711260190715708:1.0]
set xtics nomirror autofreq
set format x ""
set xlabel ''
set logscale y
set yrange [0.018555555555555558:1.0]
set ytics nomirror ('' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '0.1' : '0.1') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel (tex ? 'error, held out' : 'error, held out')
unset colorbox
plot data using (of("dropout · parallel · P = 500", "", "reference", "zeros")):(column("error")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("dropout · parallel · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("dropout · parallel · P = 500", "Net-Trim", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("dropout · parallel · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with points pointtype 7 pointsize 0.8 linecolor '#D55E00', \
  data using (of("dropout · parallel · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#E69F00' dashtype 2, \
  data using (of("dropout · parallel · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("dropout · parallel · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with points pointtype 5 pointsize 0.8 linecolor '#E69F00', \
  data using (of("dropout · parallel · P = 500", "magnitude", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#404040' dashtype 3, \
  data using (of("dropout · parallel · P = 500", "magnitude", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("dropout · parallel · P = 500", "magnitude", "measured", "zeros")):(column("error")) with points pointtype 6 pointsize 0.8 linecolor '#404040', \
  data using (of("dropout · parallel · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#009E73' dashtype 4, \
  data using (of("dropout · parallel · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("dropout · parallel · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with points pointtype 8 pointsize 0.8 linecolor '#009E73'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.5782; set tmargin at screen 0.9537
set title (tex ? 'dropout, cascade, P = 500' : 'dropout, cascade, P = 500')
unset logscale x
set xrange [0.6711260190715708:1.0]
set xtics nomirror autofreq
set format x ""
set xlabel ''
set logscale y
set yrange [0.018555555555555558:1.0]
set ytics nomirror ('' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("dropout · cascade · P = 500", "", "reference", "zeros")):(column("error")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("dropout · cascade · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("dropout · cascade · P = 500", "Net-Trim", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("dropout · cascade · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with points pointtype 7 pointsize 0.8 linecolor '#D55E00', \
  data using (of("dropout · cascade · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#E69F00' dashtype 2, \
  data using (of("dropout · cascade · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("dropout · cascade · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with points pointtype 5 pointsize 0.8 linecolor '#E69F00', \
  data using (of("dropout · cascade · P = 500", "magnitude", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#404040' dashtype 3, \
  data using (of("dropout · cascade · P = 500", "magnitude", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("dropout · cascade · P = 500", "magnitude", "measured", "zeros")):(column("error")) with points pointtype 6 pointsize 0.8 linecolor '#404040', \
  data using (of("dropout · cascade · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#009E73' dashtype 4, \
  data using (of("dropout · cascade · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("dropout · cascade · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with points pointtype 8 pointsize 0.8 linecolor '#009E73'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.1518; set tmargin at screen 0.5272
set title (tex ? 'l1, parallel, P = 500' : 'l1, parallel, P = 500')
unset logscale x
set xrange [0.6711260190715708:1.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'share of weights that is zero' : 'share of weights that is zero')
set logscale y
set yrange [0.018555555555555558:1.0]
set ytics nomirror ('' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '0.1' : '0.1') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel (tex ? 'error, held out' : 'error, held out')
unset colorbox
plot data using (of("l1 · parallel · P = 500", "", "reference", "zeros")):(column("error")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("l1 · parallel · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("l1 · parallel · P = 500", "Net-Trim", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("l1 · parallel · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with points pointtype 7 pointsize 0.8 linecolor '#D55E00', \
  data using (of("l1 · parallel · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#E69F00' dashtype 2, \
  data using (of("l1 · parallel · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("l1 · parallel · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with points pointtype 5 pointsize 0.8 linecolor '#E69F00', \
  data using (of("l1 · parallel · P = 500", "magnitude", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#404040' dashtype 3, \
  data using (of("l1 · parallel · P = 500", "magnitude", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("l1 · parallel · P = 500", "magnitude", "measured", "zeros")):(column("error")) with points pointtype 6 pointsize 0.8 linecolor '#404040', \
  data using (of("l1 · parallel · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#009E73' dashtype 4, \
  data using (of("l1 · parallel · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("l1 · parallel · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with points pointtype 8 pointsize 0.8 linecolor '#009E73'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.1518; set tmargin at screen 0.5272
set title (tex ? 'l1, cascade, P = 500' : 'l1, cascade, P = 500')
unset logscale x
set xrange [0.6711260190715708:1.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'share of weights that is zero' : 'share of weights that is zero')
set logscale y
set yrange [0.018555555555555558:1.0]
set ytics nomirror ('' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("l1 · cascade · P = 500", "", "reference", "zeros")):(column("error")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("l1 · cascade · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("l1 · cascade · P = 500", "Net-Trim", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("l1 · cascade · P = 500", "Net-Trim", "measured", "zeros")):(column("error")) with points pointtype 7 pointsize 0.8 linecolor '#D55E00', \
  data using (of("l1 · cascade · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#E69F00' dashtype 2, \
  data using (of("l1 · cascade · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("l1 · cascade · P = 500", "Net-Trim · retrained", "measured", "zeros")):(column("error")) with points pointtype 5 pointsize 0.8 linecolor '#E69F00', \
  data using (of("l1 · cascade · P = 500", "magnitude", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#404040' dashtype 3, \
  data using (of("l1 · cascade · P = 500", "magnitude", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("l1 · cascade · P = 500", "magnitude", "measured", "zeros")):(column("error")) with points pointtype 6 pointsize 0.8 linecolor '#404040', \
  data using (of("l1 · cascade · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with lines linewidth 1 linecolor '#009E73' dashtype 4, \
  data using (of("l1 · cascade · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")):(column("error_low")):(column("error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("l1 · cascade · P = 500", "magnitude · retrained", "measured", "zeros")):(column("error")) with points pointtype 8 pointsize 0.8 linecolor '#009E73'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0431; set tmargin at screen 0.0709
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'before pruning' : 'before pruning'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0070; set tmargin at screen 0.0348
set key center center horizontal maxcols 4 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'Net-Trim' : 'Net-Trim'), \
  keyentry with linespoints pointtype 5 pointsize 0.8 linewidth 1 dashtype 2 linecolor '#E69F00' title (tex ? 'Net-Trim, retrained' : 'Net-Trim, retrained'), \
  keyentry with linespoints pointtype 6 pointsize 0.8 linewidth 1 dashtype 3 linecolor '#404040' title (tex ? 'magnitude' : 'magnitude'), \
  keyentry with linespoints pointtype 8 pointsize 0.8 linewidth 1 dashtype 4 linecolor '#009E73' title (tex ? 'magnitude, retrained' : 'magnitude, retrained')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
