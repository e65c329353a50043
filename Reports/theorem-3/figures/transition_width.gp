# How the width of the transition grows with the dimension
# The width P₉₅ − P₅ of the fitted success curves (probit) against N, 187,200 trials, 400 a cell.
# Bars: intervals of at least 95 %, from the 97.5 % profile-likelihood intervals of both ends. Lines:
# power laws N^α fitted to the points, with the 95 % interval of their exponent by their scatter; α =
# 1/2 is what the normal form predicts at fixed s/N.
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
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
if (format eq "svg") { set terminal svg size 860,640 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1720,1280 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 14.3cm,10.7cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 14.3cm,10.7cm font "\\small" linewidth 0.8 pointscale 0.8 }
set output "transition_width.".format
set logscale xy
set xrange [40.0:500.0]
set yrange [16.60384651111912:72.09983492566727]
set xtics (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1000000, 2000000, 5000000)
set ytics (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1000000, 2000000, 5000000)
set xlabel (tex ? 'dimension $N$' : 'dimension {/:Italic N}')
set ylabel (tex ? 'width $P_{95} - P_{5}$' : 'width {/:Italic P}_{95} − {/:Italic P}_{5}')
set bmargin 7.6
set key outside bottom center horizontal maxcols 2 Left reverse samplen 1.5 spacing 1.2
plot data using (strcol(3) eq 's = 2' ? $1 : NaN):8 with lines linewidth 2 linecolor '#440154' dashtype 1 notitle, \
  data using (strcol(3) eq 's = 2' ? 0.970873786407767*$1 : NaN):4:5:6 with yerrorbars linewidth 1.2 pointtype 7 pointsize 1 linecolor '#440154' title (tex ? '$s = 2$: $\alpha = 0.16$ $\pm$ 0.12' : '{/:Italic s} = 2: {/:Italic α} = 0.16 ± 0.12'), \
  data using (strcol(3) eq 's = 5' ? $1 : NaN):8 with lines linewidth 2 linecolor '#277f8e' dashtype 2 notitle, \
  data using (strcol(3) eq 's = 5' ? 1.0*$1 : NaN):4:5:6 with yerrorbars linewidth 1.2 pointtype 5 pointsize 1 linecolor '#277f8e' title (tex ? '$s = 5$: $\alpha = 0.20$ $\pm$ 0.08' : '{/:Italic s} = 5: {/:Italic α} = 0.20 ± 0.08'), \
  data using (strcol(3) eq 's = 10' ? $1 : NaN):8 with lines linewidth 2 linecolor '#d9b81a' dashtype 3 notitle, \
  data using (strcol(3) eq 's = 10' ? 1.03*$1 : NaN):4:5:6 with yerrorbars linewidth 1.2 pointtype 9 pointsize 1 linecolor '#d9b81a' title (tex ? '$s = 10$: $\alpha = 0.20$ $\pm$ 0.23' : '{/:Italic s} = 10: {/:Italic α} = 0.20 ± 0.23')
unset output
}
