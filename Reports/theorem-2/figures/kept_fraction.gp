# Sparsity against discrepancy
# Share of the non-zero weights that is left against the relative discrepancy of the output, of 939
# pruned networks in which every program was solved to a certified optimum: medians over the networks
# of a cell, one point for each depth, width, P, ε and γ. Bars: from the first to the third quartile
# of the networks, no confidence intervals.
#
# Rebuild with: gnuplot kept_fraction.gp   (reads kept_fraction.csv, writes kept_fraction.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "kept_fraction.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
if (format eq "svg") { set terminal svg size 1560,560 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 3120,1120 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 26.0cm,9.3cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 26.0cm,9.3cm font "\\small" linewidth 0.8 pointscale 0.8 }
set output "kept_fraction.".format
set multiplot layout 1,3
set logscale x
set format x (tex ? "$10^{%T}$" : "10^{%T}")
set xrange [0.0019669651564729104:1.204677154984448]
set yrange [0:1.47125]
set xlabel "relative discrepancy of the output"
set ylabel "share of weights left"
set key bottom left Left reverse samplen 1.5 spacing 1.1
set title "planted networks"
plot data using (strcol(1) eq 'parallel' && strcol(2) eq 'planted' ? $9 : NaN):10:11:12 with yerrorbars linewidth 1 pointtype 7 pointsize 0.8 linecolor '#0072B2' title 'parallel', \
  data using (strcol(1) eq 'cascade' && strcol(2) eq 'planted' ? $9 : NaN):10:11:12 with yerrorbars linewidth 1 pointtype 4 pointsize 0.8 linecolor '#D55E00' title 'cascade'
set title "dense networks"
plot data using (strcol(1) eq 'parallel' && strcol(2) eq 'dense' ? $9 : NaN):10:11:12 with yerrorbars linewidth 1 pointtype 7 pointsize 0.8 linecolor '#0072B2' title 'parallel', \
  data using (strcol(1) eq 'cascade' && strcol(2) eq 'dense' ? $9 : NaN):10:11:12 with yerrorbars linewidth 1 pointtype 4 pointsize 0.8 linecolor '#D55E00' title 'cascade'
set title "trained networks"
plot data using (strcol(1) eq 'parallel' && strcol(2) eq 'trained' ? $9 : NaN):10:11:12 with yerrorbars linewidth 1 pointtype 7 pointsize 0.8 linecolor '#0072B2' title 'parallel', \
  data using (strcol(1) eq 'cascade' && strcol(2) eq 'trained' ? $9 : NaN):10:11:12 with yerrorbars linewidth 1 pointtype 4 pointsize 0.8 linecolor '#D55E00' title 'cascade'
unset multiplot
unset output
}
