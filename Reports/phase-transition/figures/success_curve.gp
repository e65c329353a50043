# Recovery of a planted neuron: measured success rates on the exact law
# Success rate against the number of samples in units of the predicted 50 % point, 173,700 trials, 300
# a cell. Points: measured, with 95 % Wilson intervals; lines: the exact law for Gaussian inputs,
# computed and not fitted.
#
# Rebuild with: gnuplot success_curve.gp   (reads success_curve.csv, writes success_curve.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "success_curve.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
if (format eq "svg") { set terminal svg size 1120,840 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2240,1680 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 18.7cm,14.0cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 18.7cm,14.0cm font "\\small" linewidth 0.8 pointscale 0.8 }
set output "success_curve.".format
set multiplot layout 2,2
set xlabel (tex ? 'samples relative to the predicted 50~\% point,  $P / 2\delta$' : 'samples relative to the predicted 50 % point,  {/:Italic P} / 2{/:Italic δ}')
set ylabel "success rate"
set xrange [0.5214849320993802:1.5617862581472146]
set yrange [-0.03:1.03]
set key bottom right Left reverse samplen 1.5 spacing 1.1
set arrow 1 from 1, graph 0 to 1, graph 1 nohead linecolor "#b0b0b0" dashtype 2 back
set title (tex ? '$N = 100$' : '{/:Italic N} = 100')
plot data using ($1 == 100 && $2 == 1 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#440154' notitle, \
  data using ($1 == 100 && $2 == 2 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#46327e' notitle, \
  data using ($1 == 100 && $2 == 5 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#365c8d' notitle, \
  data using ($1 == 100 && $2 == 10 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#1fa187' notitle, \
  data using ($1 == 100 && $2 == 20 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#4ac16d' notitle, \
  data using ($1 == 100 && $2 == 30 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#d9b81a' notitle, \
  data using ($1 == 100 && $2 == 1 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 7 pointsize 0.9 linecolor '#440154' title (tex ? '$s = 1$' : '{/:Italic s} = 1'), \
  data using ($1 == 100 && $2 == 2 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 5 pointsize 0.9 linecolor '#46327e' title (tex ? '$s = 2$' : '{/:Italic s} = 2'), \
  data using ($1 == 100 && $2 == 5 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 9 pointsize 0.9 linecolor '#365c8d' title (tex ? '$s = 5$' : '{/:Italic s} = 5'), \
  data using ($1 == 100 && $2 == 10 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 13 pointsize 0.9 linecolor '#1fa187' title (tex ? '$s = 10$' : '{/:Italic s} = 10'), \
  data using ($1 == 100 && $2 == 20 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 6 pointsize 0.9 linecolor '#4ac16d' title (tex ? '$s = 20$' : '{/:Italic s} = 20'), \
  data using ($1 == 100 && $2 == 30 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 4 pointsize 0.9 linecolor '#d9b81a' title (tex ? '$s = 30$' : '{/:Italic s} = 30')
set title (tex ? '$N = 200$' : '{/:Italic N} = 200')
plot data using ($1 == 200 && $2 == 2 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#440154' notitle, \
  data using ($1 == 200 && $2 == 4 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#46327e' notitle, \
  data using ($1 == 200 && $2 == 10 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#365c8d' notitle, \
  data using ($1 == 200 && $2 == 20 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#1fa187' notitle, \
  data using ($1 == 200 && $2 == 40 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#4ac16d' notitle, \
  data using ($1 == 200 && $2 == 60 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#d9b81a' notitle, \
  data using ($1 == 200 && $2 == 2 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 7 pointsize 0.9 linecolor '#440154' title (tex ? '$s = 2$' : '{/:Italic s} = 2'), \
  data using ($1 == 200 && $2 == 4 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 5 pointsize 0.9 linecolor '#46327e' title (tex ? '$s = 4$' : '{/:Italic s} = 4'), \
  data using ($1 == 200 && $2 == 10 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 9 pointsize 0.9 linecolor '#365c8d' title (tex ? '$s = 10$' : '{/:Italic s} = 10'), \
  data using ($1 == 200 && $2 == 20 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 13 pointsize 0.9 linecolor '#1fa187' title (tex ? '$s = 20$' : '{/:Italic s} = 20'), \
  data using ($1 == 200 && $2 == 40 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 6 pointsize 0.9 linecolor '#4ac16d' title (tex ? '$s = 40$' : '{/:Italic s} = 40'), \
  data using ($1 == 200 && $2 == 60 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 4 pointsize 0.9 linecolor '#d9b81a' title (tex ? '$s = 60$' : '{/:Italic s} = 60')
set title (tex ? '$N = 400$' : '{/:Italic N} = 400')
plot data using ($1 == 400 && $2 == 4 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#440154' notitle, \
  data using ($1 == 400 && $2 == 8 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#46327e' notitle, \
  data using ($1 == 400 && $2 == 20 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#365c8d' notitle, \
  data using ($1 == 400 && $2 == 40 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#1fa187' notitle, \
  data using ($1 == 400 && $2 == 80 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#4ac16d' notitle, \
  data using ($1 == 400 && $2 == 120 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#d9b81a' notitle, \
  data using ($1 == 400 && $2 == 4 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 7 pointsize 0.9 linecolor '#440154' title (tex ? '$s = 4$' : '{/:Italic s} = 4'), \
  data using ($1 == 400 && $2 == 8 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 5 pointsize 0.9 linecolor '#46327e' title (tex ? '$s = 8$' : '{/:Italic s} = 8'), \
  data using ($1 == 400 && $2 == 20 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 9 pointsize 0.9 linecolor '#365c8d' title (tex ? '$s = 20$' : '{/:Italic s} = 20'), \
  data using ($1 == 400 && $2 == 40 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 13 pointsize 0.9 linecolor '#1fa187' title (tex ? '$s = 40$' : '{/:Italic s} = 40'), \
  data using ($1 == 400 && $2 == 80 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 6 pointsize 0.9 linecolor '#4ac16d' title (tex ? '$s = 80$' : '{/:Italic s} = 80'), \
  data using ($1 == 400 && $2 == 120 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 4 pointsize 0.9 linecolor '#d9b81a' title (tex ? '$s = 120$' : '{/:Italic s} = 120')
set title (tex ? '$N = 800$' : '{/:Italic N} = 800')
plot data using ($1 == 800 && $2 == 8 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#440154' notitle, \
  data using ($1 == 800 && $2 == 16 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#46327e' notitle, \
  data using ($1 == 800 && $2 == 40 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#365c8d' notitle, \
  data using ($1 == 800 && $2 == 80 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#1fa187' notitle, \
  data using ($1 == 800 && $2 == 160 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#4ac16d' notitle, \
  data using ($1 == 800 && $2 == 240 && strcol(10) eq 'gaussian' ? $4 : NaN):5 with lines linewidth 2 linecolor '#d9b81a' notitle, \
  data using ($1 == 800 && $2 == 8 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 7 pointsize 0.9 linecolor '#440154' title (tex ? '$s = 8$' : '{/:Italic s} = 8'), \
  data using ($1 == 800 && $2 == 16 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 5 pointsize 0.9 linecolor '#46327e' title (tex ? '$s = 16$' : '{/:Italic s} = 16'), \
  data using ($1 == 800 && $2 == 40 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 9 pointsize 0.9 linecolor '#365c8d' title (tex ? '$s = 40$' : '{/:Italic s} = 40'), \
  data using ($1 == 800 && $2 == 80 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 13 pointsize 0.9 linecolor '#1fa187' title (tex ? '$s = 80$' : '{/:Italic s} = 80'), \
  data using ($1 == 800 && $2 == 160 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 6 pointsize 0.9 linecolor '#4ac16d' title (tex ? '$s = 160$' : '{/:Italic s} = 160'), \
  data using ($1 == 800 && $2 == 240 && strcol(10) eq 'gaussian' ? $4 : NaN):7:8:9 with yerrorbars linewidth 1.2 pointtype 4 pointsize 0.9 linecolor '#d9b81a' title (tex ? '$s = 240$' : '{/:Italic s} = 240')
unset multiplot
unset output
}
