# Recovery of a planted neuron: measured success rates on the exact law
# Success rate against the number of samples in units of the predicted 50 % point, 36,800 trials, 200
# a cell. Points: measured, with 95 % Wilson intervals; lines: the exact law for Gaussian inputs,
# computed and not fitted.
#
# Rebuild with: gnuplot success_curve.gp   (reads success_curve.csv, writes success_curve.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. success_curve.py draws the same with matplotlib.
data = "success_curve.csv"
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
# Marks of the SVG are larger than those of the others.
marks = (format eq "svg") ? 0.65 : 1
if (format eq "svg") { set terminal svg size 742,426 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,852 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,8.02cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,8.02cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "success_curve.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.3540; set tmargin at screen 0.8967
set title (tex ? '$N = 100$' : '{/:Italic N} = 100')
unset logscale x
set xrange [0.4348185237718656:1.6528863089076213]
set xtics nomirror ((tex ? '0.5' : '0.5') 0.5, (tex ? '1' : '1') 1.0, (tex ? '1.5' : '1.5') 1.5)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.4' : '0.4') 0.4, (tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'samples, relative to the predicted $2\delta$' : 'samples, relative to the predicted 2{/:Italic δ}') at screen 0.5408, 0.2516 center
set label 2 (tex ? 'success rate' : 'success rate') at screen 0.0189, 0.6254 center rotate
plot data using (of("N = 100", "s/N = 0.02", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 100", "s/N = 0.05", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 100", "s/N = 0.1", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#1fa187' dashtype 1, \
  data using (of("N = 100", "s/N = 0.2", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 100", "s/N = 0.02", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100", "s/N = 0.02", "measured", "relative_samples")):(column("rate")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("N = 100", "s/N = 0.05", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 100", "s/N = 0.05", "measured", "relative_samples")):(column("rate")) with points pointtype 5 pointsize 0.8*marks linecolor '#365c8d', \
  data using (of("N = 100", "s/N = 0.1", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#1fa187', \
  data using (of("N = 100", "s/N = 0.1", "measured", "relative_samples")):(column("rate")) with points pointtype 9 pointsize 0.8*marks linecolor '#1fa187', \
  data using (of("N = 100", "s/N = 0.2", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 100", "s/N = 0.2", "measured", "relative_samples")):(column("rate")) with points pointtype 13 pointsize 0.8*marks linecolor '#d9b81a'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.3540; set tmargin at screen 0.8967
set title (tex ? '$N = 200$' : '{/:Italic N} = 200')
unset logscale x
set xrange [0.4348185237718656:1.6528863089076213]
set xtics nomirror ((tex ? '0.5' : '0.5') 0.5, (tex ? '1' : '1') 1.0, (tex ? '1.5' : '1.5') 1.5)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ('' 0.0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("N = 200", "s/N = 0.02", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 200", "s/N = 0.05", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 200", "s/N = 0.1", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#1fa187' dashtype 1, \
  data using (of("N = 200", "s/N = 0.2", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 200", "s/N = 0.02", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200", "s/N = 0.02", "measured", "relative_samples")):(column("rate")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("N = 200", "s/N = 0.05", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 200", "s/N = 0.05", "measured", "relative_samples")):(column("rate")) with points pointtype 5 pointsize 0.8*marks linecolor '#365c8d', \
  data using (of("N = 200", "s/N = 0.1", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#1fa187', \
  data using (of("N = 200", "s/N = 0.1", "measured", "relative_samples")):(column("rate")) with points pointtype 9 pointsize 0.8*marks linecolor '#1fa187', \
  data using (of("N = 200", "s/N = 0.2", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 200", "s/N = 0.2", "measured", "relative_samples")):(column("rate")) with points pointtype 13 pointsize 0.8*marks linecolor '#d9b81a'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0873; set tmargin at screen 0.2000
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory: exact law for Gaussian inputs' : 'theory: exact law for Gaussian inputs'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% Wilson intervals' : 'measured, 95 % Wilson intervals')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0141; set tmargin at screen 0.0704
set key center center horizontal maxcols 4 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#440154' title (tex ? '$s/N = 0.02$' : '{/:Italic s}/{/:Italic N} = 0.02'), \
  keyentry with linespoints pointtype 5 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#365c8d' title (tex ? '$s/N = 0.05$' : '{/:Italic s}/{/:Italic N} = 0.05'), \
  keyentry with linespoints pointtype 9 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#1fa187' title (tex ? '$s/N = 0.1$' : '{/:Italic s}/{/:Italic N} = 0.1'), \
  keyentry with linespoints pointtype 13 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#d9b81a' title (tex ? '$s/N = 0.2$' : '{/:Italic s}/{/:Italic N} = 0.2')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
