# How the width of the transition grows with the dimension
# The width P₉₅ − P₅ of the fitted success curves (probit) against N, 173,700 trials, 300 a cell.
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
set xrange [80.0:1000.0]
set yrange [14.82707915672323:195.25432510970631]
set xtics (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1000000, 2000000, 5000000)
set ytics (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1000000, 2000000, 5000000)
set xlabel (tex ? 'dimension $N$' : 'dimension {/:Italic N}')
set ylabel (tex ? 'width $P_{95} - P_{5}$' : 'width {/:Italic P}_{95} − {/:Italic P}_{5}')
set bmargin 8.9
set key outside bottom center horizontal maxcols 2 Left reverse samplen 1.5 spacing 1.2
plot data using (strcol(3) eq 's/N = 0.01' ? $1 : NaN):8 with lines linewidth 2 linecolor '#440154' dashtype 1 notitle, \
  data using (strcol(3) eq 's/N = 0.01' ? 0.9287673467473778*$1 : NaN):4:5:6 with yerrorbars linewidth 1.2 pointtype 7 pointsize 1 linecolor '#440154' title (tex ? '$s/N = 0.01$: $\alpha = 0.50$ $\pm$ 0.03' : '{/:Italic s}/{/:Italic N} = 0.01: {/:Italic α} = 0.50 ± 0.03'), \
  data using (strcol(3) eq 's/N = 0.02' ? $1 : NaN):8 with lines linewidth 2 linecolor '#46327e' dashtype 2 notitle, \
  data using (strcol(3) eq 's/N = 0.02' ? 0.9566303671497991*$1 : NaN):4:5:6 with yerrorbars linewidth 1.2 pointtype 5 pointsize 1 linecolor '#46327e' title (tex ? '$s/N = 0.02$: $\alpha = 0.46$ $\pm$ 0.05' : '{/:Italic s}/{/:Italic N} = 0.02: {/:Italic α} = 0.46 ± 0.05'), \
  data using (strcol(3) eq 's/N = 0.05' ? $1 : NaN):8 with lines linewidth 2 linecolor '#365c8d' dashtype 3 notitle, \
  data using (strcol(3) eq 's/N = 0.05' ? 0.9853292781642932*$1 : NaN):4:5:6 with yerrorbars linewidth 1.2 pointtype 9 pointsize 1 linecolor '#365c8d' title (tex ? '$s/N = 0.05$: $\alpha = 0.47$ $\pm$ 0.02' : '{/:Italic s}/{/:Italic N} = 0.05: {/:Italic α} = 0.47 ± 0.02'), \
  data using (strcol(3) eq 's/N = 0.1' ? $1 : NaN):8 with lines linewidth 2 linecolor '#1fa187' dashtype 4 notitle, \
  data using (strcol(3) eq 's/N = 0.1' ? 1.014889156509222*$1 : NaN):4:5:6 with yerrorbars linewidth 1.2 pointtype 13 pointsize 1 linecolor '#1fa187' title (tex ? '$s/N = 0.1$: $\alpha = 0.50$ $\pm$ 0.13' : '{/:Italic s}/{/:Italic N} = 0.1: {/:Italic α} = 0.50 ± 0.13'), \
  data using (strcol(3) eq 's/N = 0.2' ? $1 : NaN):8 with lines linewidth 2 linecolor '#4ac16d' dashtype 5 notitle, \
  data using (strcol(3) eq 's/N = 0.2' ? 1.0453358312044987*$1 : NaN):4:5:6 with yerrorbars linewidth 1.2 pointtype 6 pointsize 1 linecolor '#4ac16d' title (tex ? '$s/N = 0.2$: $\alpha = 0.51$ $\pm$ 0.07' : '{/:Italic s}/{/:Italic N} = 0.2: {/:Italic α} = 0.51 ± 0.07'), \
  data using (strcol(3) eq 's/N = 0.3' ? $1 : NaN):8 with lines linewidth 2 linecolor '#d9b81a' dashtype 1 notitle, \
  data using (strcol(3) eq 's/N = 0.3' ? 1.0766959061406336*$1 : NaN):4:5:6 with yerrorbars linewidth 1.2 pointtype 4 pointsize 1 linecolor '#d9b81a' title (tex ? '$s/N = 0.3$: $\alpha = 0.52$ $\pm$ 0.10' : '{/:Italic s}/{/:Italic N} = 0.3: {/:Italic α} = 0.52 ± 0.10')
unset output
}
