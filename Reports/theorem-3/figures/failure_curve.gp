# Rebuild with: gnuplot failure_curve.gp   (reads failure_curve.csv, writes failure_curve.svg and failure_curve.png)
data = "failure_curve.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
do for [format in "svg png"] {
if (format eq "svg") { set terminal svg size 1280,600 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2560,1200 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
set output "failure_curve.".format
set multiplot layout 1,2 title "How many samples for one planted neuron: Theorem 3, its certificate, and recovery itself"
set xlabel "samples {/:Italic P}"
set ylabel "failure probability"
set logscale y
set format y "10^{%T}"
set yrange [0.0001:2]
set key bmargin center horizontal maxcols 2 Left reverse samplen 2 spacing 1.2
set title "{/:Italic N} = 50, {/:Italic s} = 5"
plot [0:486] \
  data using ($1 == 50 && $2 == 5 ? $3 : NaN):4 with lines linewidth 2.5 linecolor '#d9b81a' title "Theorem 3: {/:Italic N} e^{−{/:Italic P}/(11{/:Italic s}+7)}", \
  data using ($1 == 50 && $2 == 5 ? $3 : NaN):5 with lines linewidth 2.5 linecolor '#277f8e' title "certificate, exact law", \
  data using ($1 == 50 && $2 == 5 ? $3 : NaN):6 with lines linewidth 2.5 linecolor '#440154' title "recovery, exact law", \
  data using ($1 == 50 && $2 == 5 ? $3 : NaN):($8 > 0 ? $8 : NaN):($9 > 0 ? $9 : 0.0001):10 with yerrorbars linewidth 1.2 pointtype 7 pointsize 0.8 linecolor '#440154' title "measured, 95% interval"
set title "{/:Italic N} = 400, {/:Italic s} = 10"
plot [0:1403] \
  data using ($1 == 400 && $2 == 10 ? $3 : NaN):4 with lines linewidth 2.5 linecolor '#d9b81a' title "Theorem 3: {/:Italic N} e^{−{/:Italic P}/(11{/:Italic s}+7)}", \
  data using ($1 == 400 && $2 == 10 ? $3 : NaN):5 with lines linewidth 2.5 linecolor '#277f8e' title "certificate, exact law", \
  data using ($1 == 400 && $2 == 10 ? $3 : NaN):6 with lines linewidth 2.5 linecolor '#440154' title "recovery, exact law", \
  data using ($1 == 400 && $2 == 10 ? $3 : NaN):($8 > 0 ? $8 : NaN):($9 > 0 ? $9 : 0.0001):10 with yerrorbars linewidth 1.2 pointtype 7 pointsize 0.8 linecolor '#440154' title "measured, 95% interval"
unset multiplot
unset output
}
