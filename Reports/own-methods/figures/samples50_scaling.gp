# How the 50 % point scales: against s ln(N/s) and against 2δ
# The 50 % point P₅₀ of the fitted success curves (probit) with 95 % profile-likelihood intervals,
# 13,000 trials, 200 a cell; below, the same over the law. Left: against s ln(N/s), with the constant
# C = 2.91 of the geometric mean and a factor 1.14 of standard deviation about it; 2δ/(s ln(N/s)) is
# not constant, so no C fits all. Right: against the prediction 2δ.
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
if (format eq "svg") { set terminal svg size 1000,690 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2000,1380 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 16.7cm,11.5cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 16.7cm,11.5cm font "\\small" linewidth 0.8 }
set output "samples50_scaling.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.5977; set tmargin at screen 0.9420
set title (tex ? '$P_{50} = 2.91\, s \ln(N/s)$' : '{/:Italic P}_{50} = 2.91  {/:Italic s} ln({/:Italic N}/{/:Italic s})')
set logscale x
set xrange [9.017104935011048:14.699557531743157]
set xtics nomirror ('' 10.0, '' 12.0, '' 14.0)
set format x ""
set xlabel ''
set logscale y
set yrange [28.654795514608956:43.48740206648295]
set ytics nomirror ((tex ? '30' : '30') 30.0, (tex ? '35' : '35') 35.0, (tex ? '40' : '40') 40.0)
set format y "%h"
set ylabel (tex ? 'measured $P_{50}$' : 'measured {/:Italic P}_{50}')
unset colorbox
plot data using (of("P₅₀ = 2.91  s ln(N/s)", "", "theory", "sparsity_log_ratio")):(column("samples50")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("P₅₀ = 2.91  s ln(N/s)", "auto", "measured", "sparsity_log_ratio")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("P₅₀ = 2.91  s ln(N/s)", "auto", "measured", "sparsity_log_ratio")):(column("samples50")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("P₅₀ = 2.91  s ln(N/s)", "lars", "measured", "sparsity_log_ratio")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("P₅₀ = 2.91  s ln(N/s)", "lars", "measured", "sparsity_log_ratio")):(column("samples50")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("P₅₀ = 2.91  s ln(N/s)", "omp", "measured", "sparsity_log_ratio")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("P₅₀ = 2.91  s ln(N/s)", "omp", "measured", "sparsity_log_ratio")):(column("samples50")) with points pointtype 9 pointsize 0.8 linecolor '#009E73', \
  data using (of("P₅₀ = 2.91  s ln(N/s)", "iht", "measured", "sparsity_log_ratio")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("P₅₀ = 2.91  s ln(N/s)", "iht", "measured", "sparsity_log_ratio")):(column("samples50")) with points pointtype 13 pointsize 0.8 linecolor '#CC79A7', \
  data using (of("P₅₀ = 2.91  s ln(N/s)", "published_admm", "measured", "sparsity_log_ratio")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("P₅₀ = 2.91  s ln(N/s)", "published_admm", "measured", "sparsity_log_ratio")):(column("samples50")) with points pointtype 6 pointsize 0.8 linecolor '#404040'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.5977; set tmargin at screen 0.9420
set title (tex ? '$P_{50} = 2\delta$' : '{/:Italic P}_{50} = 2{/:Italic δ}')
set logscale x
set xrange [23.186270992651885:46.62464665523255]
set xtics nomirror ('' 25.0, '' 30.0, '' 35.0, '' 40.0, '' 45.0)
set format x ""
set xlabel ''
set logscale y
set yrange [28.654795514608956:43.48740206648295]
set ytics nomirror ('' 30.0, '' 35.0, '' 40.0)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("P₅₀ = 2δ", "", "theory", "samples50_predicted")):(column("samples50")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("P₅₀ = 2δ", "auto", "measured", "samples50_predicted")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("P₅₀ = 2δ", "auto", "measured", "samples50_predicted")):(column("samples50")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("P₅₀ = 2δ", "lars", "measured", "samples50_predicted")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("P₅₀ = 2δ", "lars", "measured", "samples50_predicted")):(column("samples50")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("P₅₀ = 2δ", "omp", "measured", "samples50_predicted")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("P₅₀ = 2δ", "omp", "measured", "samples50_predicted")):(column("samples50")) with points pointtype 9 pointsize 0.8 linecolor '#009E73', \
  data using (of("P₅₀ = 2δ", "iht", "measured", "samples50_predicted")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("P₅₀ = 2δ", "iht", "measured", "samples50_predicted")):(column("samples50")) with points pointtype 13 pointsize 0.8 linecolor '#CC79A7', \
  data using (of("P₅₀ = 2δ", "published_admm", "measured", "samples50_predicted")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("P₅₀ = 2δ", "published_admm", "measured", "samples50_predicted")):(column("samples50")) with points pointtype 6 pointsize 0.8 linecolor '#404040'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.1896; set tmargin at screen 0.5339
set title (tex ? '$P_{50}$ over $2.91\, s \ln(N/s)$' : '{/:Italic P}_{50} over 2.91  {/:Italic s} ln({/:Italic N}/{/:Italic s})')
set logscale x
set xrange [9.017104935011048:14.699557531743157]
set xtics nomirror ((tex ? '10' : '10') 10.0, (tex ? '12' : '12') 12.0, (tex ? '14' : '14') 14.0)
set format x "%h"
set xlabel (tex ? '$s \ln(N/s)$' : '{/:Italic s} ln({/:Italic N}/{/:Italic s})')
set logscale y
set yrange [0.8541961355305003:1.3236570664559637]
set ytics nomirror ((tex ? '0.9' : '0.9') 0.9, (tex ? '1' : '1') 1.0, (tex ? '1.1' : '1.1') 1.1, (tex ? '1.2' : '1.2') 1.2, (tex ? '1.3' : '1.3') 1.3)
set format y "%h"
set ylabel (tex ? '$P_{50}$ over the law' : '{/:Italic P}_{50} over the law')
unset colorbox
plot data using (of("P₅₀ over 2.91  s ln(N/s)", "", "theory", "sparsity_log_ratio")):(column("samples50_ratio")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("P₅₀ over 2.91  s ln(N/s)", "auto", "measured", "sparsity_log_ratio")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("P₅₀ over 2.91  s ln(N/s)", "auto", "measured", "sparsity_log_ratio")):(column("samples50_ratio")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("P₅₀ over 2.91  s ln(N/s)", "lars", "measured", "sparsity_log_ratio")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("P₅₀ over 2.91  s ln(N/s)", "lars", "measured", "sparsity_log_ratio")):(column("samples50_ratio")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("P₅₀ over 2.91  s ln(N/s)", "omp", "measured", "sparsity_log_ratio")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("P₅₀ over 2.91  s ln(N/s)", "omp", "measured", "sparsity_log_ratio")):(column("samples50_ratio")) with points pointtype 9 pointsize 0.8 linecolor '#009E73', \
  data using (of("P₅₀ over 2.91  s ln(N/s)", "iht", "measured", "sparsity_log_ratio")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("P₅₀ over 2.91  s ln(N/s)", "iht", "measured", "sparsity_log_ratio")):(column("samples50_ratio")) with points pointtype 13 pointsize 0.8 linecolor '#CC79A7', \
  data using (of("P₅₀ over 2.91  s ln(N/s)", "published_admm", "measured", "sparsity_log_ratio")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("P₅₀ over 2.91  s ln(N/s)", "published_admm", "measured", "sparsity_log_ratio")):(column("samples50_ratio")) with points pointtype 6 pointsize 0.8 linecolor '#404040'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.1896; set tmargin at screen 0.5339
set title (tex ? '$P_{50}$ over $2\delta$' : '{/:Italic P}_{50} over 2{/:Italic δ}')
set logscale x
set xrange [23.186270992651885:46.62464665523255]
set xtics nomirror ((tex ? '25' : '25') 25.0, (tex ? '30' : '30') 30.0, (tex ? '35' : '35') 35.0, (tex ? '40' : '40') 40.0, (tex ? '45' : '45') 45.0)
set format x "%h"
set xlabel (tex ? 'predicted $2\delta$' : 'predicted 2{/:Italic δ}')
set logscale y
set yrange [0.8541961355305003:1.3236570664559637]
set ytics nomirror ('' 0.9, '' 1.0, '' 1.1, '' 1.2, '' 1.3)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("P₅₀ over 2δ", "", "theory", "samples50_predicted")):(column("samples50_ratio")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("P₅₀ over 2δ", "auto", "measured", "samples50_predicted")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("P₅₀ over 2δ", "auto", "measured", "samples50_predicted")):(column("samples50_ratio")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("P₅₀ over 2δ", "lars", "measured", "samples50_predicted")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("P₅₀ over 2δ", "lars", "measured", "samples50_predicted")):(column("samples50_ratio")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("P₅₀ over 2δ", "omp", "measured", "samples50_predicted")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("P₅₀ over 2δ", "omp", "measured", "samples50_predicted")):(column("samples50_ratio")) with points pointtype 9 pointsize 0.8 linecolor '#009E73', \
  data using (of("P₅₀ over 2δ", "iht", "measured", "samples50_predicted")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("P₅₀ over 2δ", "iht", "measured", "samples50_predicted")):(column("samples50_ratio")) with points pointtype 13 pointsize 0.8 linecolor '#CC79A7', \
  data using (of("P₅₀ over 2δ", "published_admm", "measured", "samples50_predicted")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("P₅₀ over 2δ", "published_admm", "measured", "samples50_predicted")):(column("samples50_ratio")) with points pointtype 6 pointsize 0.8 linecolor '#404040'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0539; set tmargin at screen 0.0887
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'law' : 'law'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% profile-likelihood intervals' : 'measured, 95 % profile-likelihood intervals')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0087; set tmargin at screen 0.0435
set key center center horizontal maxcols 5 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with points pointtype 7 pointsize 0.8 linecolor '#0072B2' title (tex ? 'auto' : 'auto'), \
  keyentry with points pointtype 5 pointsize 0.8 linecolor '#D55E00' title (tex ? 'lars' : 'lars'), \
  keyentry with points pointtype 9 pointsize 0.8 linecolor '#009E73' title (tex ? 'omp' : 'omp'), \
  keyentry with points pointtype 13 pointsize 0.8 linecolor '#CC79A7' title (tex ? 'iht' : 'iht'), \
  keyentry with points pointtype 6 pointsize 0.8 linecolor '#404040' title (tex ? 'published\_admm' : 'published\_admm')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
