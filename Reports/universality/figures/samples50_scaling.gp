# How the 50 % point scales: against s ln(N/s) and against 2δ
# The 50 % point P₅₀ of the fitted success curves (probit) with 95 % profile-likelihood intervals,
# 78,000 trials, 200 a cell. Left: against s ln(N/s), with the proportional law of the geometric mean,
# C = 2.95; 2δ/(s ln(N/s)) is not constant, so no C fits all. Right: against the prediction 2δ, with
# the line of equality.
#
# Rebuild with: gnuplot samples50_scaling.gp   (reads samples50_scaling.csv, writes samples50_scaling.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "samples50_scaling.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
if (format eq "svg") { set terminal svg size 1280,600 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2560,1200 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 21.3cm,10.0cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 21.3cm,10.0cm font "\\small" linewidth 0.8 pointscale 0.8 }
set output "samples50_scaling.".format
set multiplot layout 1,2
set logscale xy
set yrange [14.415034971015018:424.300639134692]
set xtics (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1000000, 2000000, 5000000)
set ytics (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1000000, 2000000, 5000000)
set ylabel (tex ? 'measured $P_{50}$' : 'measured {/:Italic P}_{50}')
set key top left Left reverse samplen 1.5 spacing 1.1
set xlabel (tex ? '$s \ln(N/s)$' : '{/:Italic s} ln({/:Italic N}/{/:Italic s})')
set xrange [6.259236808685033:115.1292546497023]
plot 2.952923872883574*x with lines linewidth 1.5 linecolor '#707070' dashtype 2 title (tex ? '$P_{50} = 2.95\, s \ln(N/s)$' : '{/:Italic P}_{50} = 2.95  {/:Italic s} ln({/:Italic N}/{/:Italic s})'), \
  data using (strcol(9) eq 'rademacher' ? $4 : NaN):6:7:8 with yerrorbars linewidth 1.2 pointtype 7 pointsize 1 linecolor '#440154' title (tex ? 'rademacher' : 'rademacher'), \
  data using (strcol(9) eq 'uniform' ? $4 : NaN):6:7:8 with yerrorbars linewidth 1.2 pointtype 5 pointsize 1 linecolor '#46327e' title (tex ? 'uniform' : 'uniform'), \
  data using (strcol(9) eq 'correlated(rho=0.5)' ? $4 : NaN):6:7:8 with yerrorbars linewidth 1.2 pointtype 9 pointsize 1 linecolor '#277f8e' title (tex ? 'correlated(rho=0.5)' : 'correlated(rho=0.5)'), \
  data using (strcol(9) eq 'sparse-gaussian(density=0.2)' ? $4 : NaN):6:7:8 with yerrorbars linewidth 1.2 pointtype 13 pointsize 1 linecolor '#4ac16d' title (tex ? 'sparse-gaussian(density=0.2)' : 'sparse-gaussian(density=0.2)'), \
  data using (strcol(9) eq 'relu-outputs(layers=1)' ? $4 : NaN):6:7:8 with yerrorbars linewidth 1.2 pointtype 6 pointsize 1 linecolor '#d9b81a' title (tex ? 'relu-outputs(layers=1)' : 'relu-outputs(layers=1)')
set xlabel (tex ? 'predicted $2\delta$' : 'predicted 2{/:Italic δ}')
set xrange [16.66902306076265:328.79350545362996]
plot 1.0*x with lines linewidth 1.5 linecolor '#707070' dashtype 2 title (tex ? '$P_{50} = 2\delta$' : '{/:Italic P}_{50} = 2{/:Italic δ}'), \
  data using (strcol(9) eq 'rademacher' ? $5 : NaN):6:7:8 with yerrorbars linewidth 1.2 pointtype 7 pointsize 1 linecolor '#440154' title (tex ? 'rademacher' : 'rademacher'), \
  data using (strcol(9) eq 'uniform' ? $5 : NaN):6:7:8 with yerrorbars linewidth 1.2 pointtype 5 pointsize 1 linecolor '#46327e' title (tex ? 'uniform' : 'uniform'), \
  data using (strcol(9) eq 'correlated(rho=0.5)' ? $5 : NaN):6:7:8 with yerrorbars linewidth 1.2 pointtype 9 pointsize 1 linecolor '#277f8e' title (tex ? 'correlated(rho=0.5)' : 'correlated(rho=0.5)'), \
  data using (strcol(9) eq 'sparse-gaussian(density=0.2)' ? $5 : NaN):6:7:8 with yerrorbars linewidth 1.2 pointtype 13 pointsize 1 linecolor '#4ac16d' title (tex ? 'sparse-gaussian(density=0.2)' : 'sparse-gaussian(density=0.2)'), \
  data using (strcol(9) eq 'relu-outputs(layers=1)' ? $5 : NaN):6:7:8 with yerrorbars linewidth 1.2 pointtype 6 pointsize 1 linecolor '#d9b81a' title (tex ? 'relu-outputs(layers=1)' : 'relu-outputs(layers=1)')
unset multiplot
unset output
}
