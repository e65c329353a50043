# How many samples for one planted neuron: Theorem 3, its certificate, and recovery itself
# Failure probability against the number of samples: Theorem 3's bound, the exact laws of its
# certificate and of recovery (computed, not fitted), and measured failure rates with 95 % Wilson
# intervals, 187,200 trials, 400 a cell.
#
# Rebuild with: gnuplot failure_curve.gp   (reads failure_curve.csv, writes failure_curve.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "failure_curve.csv"
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
set output "failure_curve.".format
set multiplot layout 1,2
set xlabel (tex ? 'samples $P$' : 'samples {/:Italic P}')
set ylabel "failure probability"
set logscale y
set format y (tex ? "$10^{%T}$" : "10^{%T}")
set yrange [0.0001:2]
set bmargin (tex ? 9 : 7)
set key bmargin center horizontal maxcols 2 Left reverse samplen 3 spacing 1.2
set title (tex ? '$N = 50$, $s = 5$' : '{/:Italic N} = 50, {/:Italic s} = 5')
plot [0:486] \
  data using ($1 == 50 && $2 == 5 ? $3 : NaN):4 with lines linewidth 2.5 linecolor '#d9b81a' dashtype 3 title (tex ? 'Theorem 3: $N e^{-P/(11s+7)}$' : 'Theorem 3: {/:Italic N} {/:Italic e}^{−{/:Italic P}/(11{/:Italic s}+7)}'), \
  data using ($1 == 50 && $2 == 5 ? $3 : NaN):5 with lines linewidth 2.5 linecolor '#277f8e' dashtype 2 title (tex ? 'certificate, exact law' : 'certificate, exact law'), \
  data using ($1 == 50 && $2 == 5 ? $3 : NaN):6 with lines linewidth 2.5 linecolor '#440154' dashtype 1 title (tex ? 'recovery, exact law' : 'recovery, exact law'), \
  data using ($1 == 50 && $2 == 5 ? $3 : NaN):($8 > 0 ? $8 : NaN):($9 > 0 ? $9 : 0.0001):10 with yerrorbars linewidth 1.2 pointtype 7 pointsize 0.8 linecolor '#440154' title "measured"
set title (tex ? '$N = 400$, $s = 10$' : '{/:Italic N} = 400, {/:Italic s} = 10')
plot [0:1403] \
  data using ($1 == 400 && $2 == 10 ? $3 : NaN):4 with lines linewidth 2.5 linecolor '#d9b81a' dashtype 3 title (tex ? 'Theorem 3: $N e^{-P/(11s+7)}$' : 'Theorem 3: {/:Italic N} {/:Italic e}^{−{/:Italic P}/(11{/:Italic s}+7)}'), \
  data using ($1 == 400 && $2 == 10 ? $3 : NaN):5 with lines linewidth 2.5 linecolor '#277f8e' dashtype 2 title (tex ? 'certificate, exact law' : 'certificate, exact law'), \
  data using ($1 == 400 && $2 == 10 ? $3 : NaN):6 with lines linewidth 2.5 linecolor '#440154' dashtype 1 title (tex ? 'recovery, exact law' : 'recovery, exact law'), \
  data using ($1 == 400 && $2 == 10 ? $3 : NaN):($8 > 0 ? $8 : NaN):($9 > 0 ? $9 : 0.0001):10 with yerrorbars linewidth 1.2 pointtype 7 pointsize 0.8 linecolor '#440154' title "measured"
unset multiplot
unset output
}
