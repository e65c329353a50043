# Phase diagram: measured success rate and the exact law's contours
# Colour: measured success rate over the undersampling P/N and the relative sparsity s/P, 173,700
# trials, 300 a cell (the cells' 95 % Wilson intervals are in cells.csv). Lines: where the exact law
# for Gaussian inputs reaches 5 % (dotted), 50 % (solid) and 95 % (dashed), computed and not fitted.
#
# Rebuild with: gnuplot phase_diagram.gp   (reads phase_diagram.csv, writes phase_diagram.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "phase_diagram.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
if (format eq "svg") { set terminal svg size 1040,880 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2080,1760 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 17.3cm,14.7cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 17.3cm,14.7cm font "\\small" linewidth 0.8 pointscale 0.8 }
set output "phase_diagram.".format
set multiplot layout 2,2
set xlabel (tex ? 'undersampling $P/N$' : 'undersampling {/:Italic P}/{/:Italic N}')
set ylabel (tex ? 'relative sparsity $s/P$' : 'relative sparsity {/:Italic s}/{/:Italic P}')
set cblabel "success rate"
# cividis, from failure to success
set palette defined (0 "#00204d", 0.17 "#233e6c", 0.33 "#575c6d", 0.5 "#7c7b78", 0.67 "#a69c75", 0.83 "#d3c065", 1 "#ffea46")
set cbrange [0:1]
set style fill solid 1 noborder
set grid front
unset grid
set key bottom right Left reverse samplen 2.5 spacing 1.1 opaque box linecolor "#e4e4e4"
set title (tex ? '$N = 100$' : '{/:Italic N} = 100')
plot data using ($1 == 100 && strcol(3) eq 'gaussian' ? $4 : NaN):5:6:7:8:9:11 with boxxyerror linecolor palette notitle, \
  data using ($1 == 100 && strcol(3) eq 'gaussian' && $12 == 0.05 ? $4 : NaN):5 with lines linewidth 4.5 linecolor '#ffffff' notitle, \
  data using ($1 == 100 && strcol(3) eq 'gaussian' && $12 == 0.05 ? $4 : NaN):5 with lines dashtype 3 linewidth 2 linecolor '#000000' title (tex ? '5~\%' : '5 %'), \
  data using ($1 == 100 && strcol(3) eq 'gaussian' && $12 == 0.5 ? $4 : NaN):5 with lines linewidth 4.5 linecolor '#ffffff' notitle, \
  data using ($1 == 100 && strcol(3) eq 'gaussian' && $12 == 0.5 ? $4 : NaN):5 with lines dashtype 1 linewidth 2 linecolor '#000000' title (tex ? '50~\%' : '50 %'), \
  data using ($1 == 100 && strcol(3) eq 'gaussian' && $12 == 0.95 ? $4 : NaN):5 with lines linewidth 4.5 linecolor '#ffffff' notitle, \
  data using ($1 == 100 && strcol(3) eq 'gaussian' && $12 == 0.95 ? $4 : NaN):5 with lines dashtype 2 linewidth 2 linecolor '#000000' title (tex ? '95~\%' : '95 %')
set title (tex ? '$N = 200$' : '{/:Italic N} = 200')
plot data using ($1 == 200 && strcol(3) eq 'gaussian' ? $4 : NaN):5:6:7:8:9:11 with boxxyerror linecolor palette notitle, \
  data using ($1 == 200 && strcol(3) eq 'gaussian' && $12 == 0.05 ? $4 : NaN):5 with lines linewidth 4.5 linecolor '#ffffff' notitle, \
  data using ($1 == 200 && strcol(3) eq 'gaussian' && $12 == 0.05 ? $4 : NaN):5 with lines dashtype 3 linewidth 2 linecolor '#000000' title (tex ? '5~\%' : '5 %'), \
  data using ($1 == 200 && strcol(3) eq 'gaussian' && $12 == 0.5 ? $4 : NaN):5 with lines linewidth 4.5 linecolor '#ffffff' notitle, \
  data using ($1 == 200 && strcol(3) eq 'gaussian' && $12 == 0.5 ? $4 : NaN):5 with lines dashtype 1 linewidth 2 linecolor '#000000' title (tex ? '50~\%' : '50 %'), \
  data using ($1 == 200 && strcol(3) eq 'gaussian' && $12 == 0.95 ? $4 : NaN):5 with lines linewidth 4.5 linecolor '#ffffff' notitle, \
  data using ($1 == 200 && strcol(3) eq 'gaussian' && $12 == 0.95 ? $4 : NaN):5 with lines dashtype 2 linewidth 2 linecolor '#000000' title (tex ? '95~\%' : '95 %')
set title (tex ? '$N = 400$' : '{/:Italic N} = 400')
plot data using ($1 == 400 && strcol(3) eq 'gaussian' ? $4 : NaN):5:6:7:8:9:11 with boxxyerror linecolor palette notitle, \
  data using ($1 == 400 && strcol(3) eq 'gaussian' && $12 == 0.05 ? $4 : NaN):5 with lines linewidth 4.5 linecolor '#ffffff' notitle, \
  data using ($1 == 400 && strcol(3) eq 'gaussian' && $12 == 0.05 ? $4 : NaN):5 with lines dashtype 3 linewidth 2 linecolor '#000000' title (tex ? '5~\%' : '5 %'), \
  data using ($1 == 400 && strcol(3) eq 'gaussian' && $12 == 0.5 ? $4 : NaN):5 with lines linewidth 4.5 linecolor '#ffffff' notitle, \
  data using ($1 == 400 && strcol(3) eq 'gaussian' && $12 == 0.5 ? $4 : NaN):5 with lines dashtype 1 linewidth 2 linecolor '#000000' title (tex ? '50~\%' : '50 %'), \
  data using ($1 == 400 && strcol(3) eq 'gaussian' && $12 == 0.95 ? $4 : NaN):5 with lines linewidth 4.5 linecolor '#ffffff' notitle, \
  data using ($1 == 400 && strcol(3) eq 'gaussian' && $12 == 0.95 ? $4 : NaN):5 with lines dashtype 2 linewidth 2 linecolor '#000000' title (tex ? '95~\%' : '95 %')
set title (tex ? '$N = 800$' : '{/:Italic N} = 800')
plot data using ($1 == 800 && strcol(3) eq 'gaussian' ? $4 : NaN):5:6:7:8:9:11 with boxxyerror linecolor palette notitle, \
  data using ($1 == 800 && strcol(3) eq 'gaussian' && $12 == 0.05 ? $4 : NaN):5 with lines linewidth 4.5 linecolor '#ffffff' notitle, \
  data using ($1 == 800 && strcol(3) eq 'gaussian' && $12 == 0.05 ? $4 : NaN):5 with lines dashtype 3 linewidth 2 linecolor '#000000' title (tex ? '5~\%' : '5 %'), \
  data using ($1 == 800 && strcol(3) eq 'gaussian' && $12 == 0.5 ? $4 : NaN):5 with lines linewidth 4.5 linecolor '#ffffff' notitle, \
  data using ($1 == 800 && strcol(3) eq 'gaussian' && $12 == 0.5 ? $4 : NaN):5 with lines dashtype 1 linewidth 2 linecolor '#000000' title (tex ? '50~\%' : '50 %'), \
  data using ($1 == 800 && strcol(3) eq 'gaussian' && $12 == 0.95 ? $4 : NaN):5 with lines linewidth 4.5 linecolor '#ffffff' notitle, \
  data using ($1 == 800 && strcol(3) eq 'gaussian' && $12 == 0.95 ? $4 : NaN):5 with lines dashtype 2 linewidth 2 linecolor '#000000' title (tex ? '95~\%' : '95 %')
unset multiplot
unset output
}
