# How the 50 % point scales: against s ln(N/s) and against 2δ
# The 50 % point P₅₀ of the fitted success curves (probit) with 95 % profile-likelihood intervals,
# 41,520 trials, 10 to 2,950 a cell; below, the same over the law. Left: against s ln(N/s), with the
# constant C = 11.3 of the geometric mean and a factor 3.76 of standard deviation about it; 2δ/(s
# ln(N/s)) is not constant, so no C fits all. Right: against the prediction 2δ.
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
# The rows of a series: x where a row is one of them.
of(panel, series, kind, x) = (strcol("panel") eq panel && strcol("series") eq series && strcol("kind") eq kind) ? column(x) : NaN
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
if (format eq "svg") { set terminal svg size 1000,714 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2000,1428 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 16.7cm,11.9cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 16.7cm,11.9cm font "\\small" linewidth 0.8 }
set output "samples50_scaling.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.6112; set tmargin at screen 0.9440
set title (tex ? '$P_{50} = 11.3\, s \ln(N/s)$' : '{/:Italic P}_{50} = 11.3  {/:Italic s} ln({/:Italic N}/{/:Italic s})')
set logscale x
set xrange [6.574569283591195:18.80043092819002]
set xtics nomirror ('' 10.0, '' 15.0)
set format x ""
set xlabel ''
set logscale y
set yrange [14.557587093267:1358.9567907207809]
set ytics nomirror ('' 20.0 1, '' 30.0 1, '' 40.0 1, '' 50.0 1, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, (tex ? '100' : '100') 100.0, '' 200.0 1, '' 300.0 1, '' 400.0 1, '' 500.0 1, '' 600.0 1, '' 700.0 1, '' 800.0 1, '' 900.0 1, (tex ? '1000' : '1000') 1000.0)
set format y "%h"
set ylabel (tex ? 'measured $P_{50}$' : 'measured {/:Italic P}_{50}')
unset colorbox
plot data using (of("P₅₀ = 11.3  s ln(N/s)", "", "theory", "sparsity_log_ratio")):(column("samples50")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("P₅₀ = 11.3  s ln(N/s)", "gaussian inputs", "measured", "sparsity_log_ratio")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("P₅₀ = 11.3  s ln(N/s)", "gaussian inputs", "measured", "sparsity_log_ratio")):(column("samples50")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("P₅₀ = 11.3  s ln(N/s)", "inputs/digits.npy standardised inputs", "measured", "sparsity_log_ratio")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("P₅₀ = 11.3  s ln(N/s)", "inputs/digits.npy standardised inputs", "measured", "sparsity_log_ratio")):(column("samples50")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("P₅₀ = 11.3  s ln(N/s)", "inputs/digits.npy inputs", "measured", "sparsity_log_ratio")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("P₅₀ = 11.3  s ln(N/s)", "inputs/digits.npy inputs", "measured", "sparsity_log_ratio")):(column("samples50")) with points pointtype 9 pointsize 0.8 linecolor '#009E73'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.6112; set tmargin at screen 0.9440
set title (tex ? '$P_{50} = 2\delta$' : '{/:Italic P}_{50} = 2{/:Italic δ}')
set logscale x
set xrange [17.55753071879354:57.68636967368382]
set xtics nomirror ('' 20.0, '' 30.0, '' 40.0, '' 50.0)
set format x ""
set xlabel ''
set logscale y
set yrange [14.557587093267:1358.9567907207809]
set ytics nomirror ('' 20.0 1, '' 30.0 1, '' 40.0 1, '' 50.0 1, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, '' 100.0, '' 200.0 1, '' 300.0 1, '' 400.0 1, '' 500.0 1, '' 600.0 1, '' 700.0 1, '' 800.0 1, '' 900.0 1, '' 1000.0)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("P₅₀ = 2δ", "", "theory", "samples50_predicted")):(column("samples50")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("P₅₀ = 2δ", "gaussian inputs", "measured", "samples50_predicted")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("P₅₀ = 2δ", "gaussian inputs", "measured", "samples50_predicted")):(column("samples50")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("P₅₀ = 2δ", "inputs/digits.npy standardised inputs", "measured", "samples50_predicted")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("P₅₀ = 2δ", "inputs/digits.npy standardised inputs", "measured", "samples50_predicted")):(column("samples50")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("P₅₀ = 2δ", "inputs/digits.npy inputs", "measured", "samples50_predicted")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("P₅₀ = 2δ", "inputs/digits.npy inputs", "measured", "samples50_predicted")):(column("samples50")) with points pointtype 9 pointsize 0.8 linecolor '#009E73'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.2168; set tmargin at screen 0.5496
set title (tex ? '$P_{50}$ over $11.3\, s \ln(N/s)$' : '{/:Italic P}_{50} over 11.3  {/:Italic s} ln({/:Italic N}/{/:Italic s})')
set logscale x
set xrange [6.574569283591195:18.80043092819002]
set xtics nomirror ((tex ? '10' : '10') 10.0, (tex ? '15' : '15') 15.0)
set format x "%h"
set xlabel (tex ? '$s \ln(N/s)$' : '{/:Italic s} ln({/:Italic N}/{/:Italic s})')
set logscale y
set yrange [0.18641354478206623:24.94946444636465]
set ytics nomirror ('' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '1' : '1') 1.0, '' 2.0 1, '' 3.0 1, '' 4.0 1, '' 5.0 1, '' 6.0 1, '' 7.0 1, '' 8.0 1, '' 9.0 1, (tex ? '10' : '10') 10.0, '' 20.0 1)
set format y "%h"
set ylabel (tex ? '$P_{50}$ over the law' : '{/:Italic P}_{50} over the law')
unset colorbox
plot data using (of("P₅₀ over 11.3  s ln(N/s)", "", "theory", "sparsity_log_ratio")):(column("samples50_ratio")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("P₅₀ over 11.3  s ln(N/s)", "gaussian inputs", "measured", "sparsity_log_ratio")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("P₅₀ over 11.3  s ln(N/s)", "gaussian inputs", "measured", "sparsity_log_ratio")):(column("samples50_ratio")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("P₅₀ over 11.3  s ln(N/s)", "inputs/digits.npy standardised inputs", "measured", "sparsity_log_ratio")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("P₅₀ over 11.3  s ln(N/s)", "inputs/digits.npy standardised inputs", "measured", "sparsity_log_ratio")):(column("samples50_ratio")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("P₅₀ over 11.3  s ln(N/s)", "inputs/digits.npy inputs", "measured", "sparsity_log_ratio")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("P₅₀ over 11.3  s ln(N/s)", "inputs/digits.npy inputs", "measured", "sparsity_log_ratio")):(column("samples50_ratio")) with points pointtype 9 pointsize 0.8 linecolor '#009E73'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.2168; set tmargin at screen 0.5496
set title (tex ? '$P_{50}$ over $2\delta$' : '{/:Italic P}_{50} over 2{/:Italic δ}')
set logscale x
set xrange [17.55753071879354:57.68636967368382]
set xtics nomirror ((tex ? '20' : '20') 20.0, (tex ? '30' : '30') 30.0, (tex ? '40' : '40') 40.0, (tex ? '50' : '50') 50.0)
set format x "%h"
set xlabel (tex ? 'predicted $2\delta$' : 'predicted 2{/:Italic δ}')
set logscale y
set yrange [0.18641354478206623:24.94946444636465]
set ytics nomirror ('' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0, '' 2.0 1, '' 3.0 1, '' 4.0 1, '' 5.0 1, '' 6.0 1, '' 7.0 1, '' 8.0 1, '' 9.0 1, '' 10.0, '' 20.0 1)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("P₅₀ over 2δ", "", "theory", "samples50_predicted")):(column("samples50_ratio")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("P₅₀ over 2δ", "gaussian inputs", "measured", "samples50_predicted")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("P₅₀ over 2δ", "gaussian inputs", "measured", "samples50_predicted")):(column("samples50_ratio")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("P₅₀ over 2δ", "inputs/digits.npy standardised inputs", "measured", "samples50_predicted")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("P₅₀ over 2δ", "inputs/digits.npy standardised inputs", "measured", "samples50_predicted")):(column("samples50_ratio")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("P₅₀ over 2δ", "inputs/digits.npy inputs", "measured", "samples50_predicted")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("P₅₀ over 2δ", "inputs/digits.npy inputs", "measured", "samples50_predicted")):(column("samples50_ratio")) with points pointtype 9 pointsize 0.8 linecolor '#009E73'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0857; set tmargin at screen 0.1193
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'law' : 'law'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% profile-likelihood intervals' : 'measured, 95 % profile-likelihood intervals')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0084; set tmargin at screen 0.0756
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with points pointtype 7 pointsize 0.8 linecolor '#0072B2' title (tex ? 'gaussian inputs' : 'gaussian inputs'), \
  keyentry with points pointtype 5 pointsize 0.8 linecolor '#D55E00' title (tex ? 'inputs/digits.npy standardised inputs' : 'inputs/digits.npy standardised inputs'), \
  keyentry with points pointtype 9 pointsize 0.8 linecolor '#009E73' title (tex ? 'inputs/digits.npy inputs' : 'inputs/digits.npy inputs')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
