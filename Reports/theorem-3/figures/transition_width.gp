# How the width of the transition grows with the dimension
# The width P₉₅ − P₅ of the fitted success curves (probit) against N, 187,200 trials, 400 a cell.
# Bars: intervals of at least 95 %, from the 97.5 % profile-likelihood intervals of both ends. Lines:
# the exact law for Gaussian inputs, computed and not fitted. α: exponent of a power law N^α fitted to
# the points, with the 95 % interval by their scatter; 1/2 is what the normal form predicts at fixed
# s/N.
#
# Rebuild with: gnuplot transition_width.gp   (reads transition_width.csv, writes transition_width.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "transition_width.csv"
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
if (format eq "svg") { set terminal svg size 680,601 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1360,1202 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 11.3cm,10.0cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 11.3cm,10.0cm font "\\small" linewidth 0.8 }
set output "transition_width.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1294; set rmargin at screen 0.9647; set bmargin at screen 0.2985; set tmargin at screen 0.9601
set title (tex ? '' : '')
set logscale x
set xrange [46.009382531243745:434.6939450104234]
set xtics nomirror ((tex ? '50' : '50') 50.0, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, (tex ? '100' : '100') 100.0, (tex ? '200' : '200') 200.0, '' 300.0 1, '' 400.0 1)
set format x "%h"
set xlabel (tex ? 'dimension $N$' : 'dimension {/:Italic N}')
set logscale y
set yrange [19.923356296188775:60.08699411814512]
set ytics nomirror ((tex ? '20' : '20') 20.0, (tex ? '30' : '30') 30.0, (tex ? '40' : '40') 40.0, (tex ? '50' : '50') 50.0, (tex ? '60' : '60') 60.0)
set format y "%h"
set ylabel (tex ? 'width $P_{95} - P_{5}$' : 'width {/:Italic P}_{95} − {/:Italic P}_{5}')
unset colorbox
plot data using (of("", "s = 2: α = 0.16 ± 0.12", "theory", "dimension")):(column("width")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (0.970873786407767*of("", "s = 2: α = 0.16 ± 0.12", "measured", "dimension")):(column("width")):(column("width_low")):(column("width_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (0.970873786407767*of("", "s = 2: α = 0.16 ± 0.12", "measured", "dimension")):(column("width")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("", "s = 5: α = 0.20 ± 0.08", "theory", "dimension")):(column("width")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (1.0*of("", "s = 5: α = 0.20 ± 0.08", "measured", "dimension")):(column("width")):(column("width_low")):(column("width_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (1.0*of("", "s = 5: α = 0.20 ± 0.08", "measured", "dimension")):(column("width")) with points pointtype 5 pointsize 0.8 linecolor '#277f8e', \
  data using (of("", "s = 10: α = 0.20 ± 0.23", "theory", "dimension")):(column("width")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (1.03*of("", "s = 10: α = 0.20 ± 0.23", "measured", "dimension")):(column("width")):(column("width_low")):(column("width_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (1.03*of("", "s = 10: α = 0.20 ± 0.23", "measured", "dimension")):(column("width")) with points pointtype 9 pointsize 0.8 linecolor '#d9b81a'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.1018; set tmargin at screen 0.1817
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'exact law' : 'exact law'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, intervals of at least 95~\%' : 'measured, intervals of at least 95 %')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0100; set tmargin at screen 0.0899
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#440154' title (tex ? '$s = 2$: $\alpha = 0.16$ $\pm$ 0.12' : '{/:Italic s} = 2: {/:Italic α} = 0.16 ± 0.12'), \
  keyentry with linespoints pointtype 5 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#277f8e' title (tex ? '$s = 5$: $\alpha = 0.20$ $\pm$ 0.08' : '{/:Italic s} = 5: {/:Italic α} = 0.20 ± 0.08'), \
  keyentry with linespoints pointtype 9 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#d9b81a' title (tex ? '$s = 10$: $\alpha = 0.20$ $\pm$ 0.23' : '{/:Italic s} = 10: {/:Italic α} = 0.20 ± 0.23')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
