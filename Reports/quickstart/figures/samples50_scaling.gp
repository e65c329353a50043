# How the 50 % point scales: against s ln(N/s) and against 2δ
# The 50 % point P₅₀ of the fitted success curves (probit) with 95 % profile-likelihood intervals,
# 36,800 trials, 200 a cell; below, the same over the law. Left: against s ln(N/s), with the constant
# C = 2.82 of the geometric mean (95 % interval 2.63 to 3.02, by Student's t over the points), and a
# factor 1.08 of standard deviation about it; 2δ/(s ln(N/s)) is not constant, so no C fits all. Right:
# against the prediction 2δ.
#
# Rebuild with: gnuplot samples50_scaling.gp   (reads samples50_scaling.csv, writes samples50_scaling.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. samples50_scaling.py draws the same with matplotlib.
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
# Marks of the SVG are larger than those of the others.
marks = (format eq "svg") ? 0.65 : 1
if (format eq "svg") { set terminal svg size 742,578 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,1156 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,10.87cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,10.87cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "samples50_scaling.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.6306; set tmargin at screen 0.9239
set title (tex ? '$P_{50} = 2.82\,s \ln(N/s)$' : '{/:Italic P}_{50} = 2.82 {/:Italic s} ln({/:Italic N}/{/:Italic s})')
set logscale x
set xrange [7.191496655571249:70.04003134032267]
set xtics nomirror ('' 8.0 1, '' 9.0 1, '' 10.0, '' 20.0, '' 30.0 1, '' 40.0 1, '' 50.0, '' 60.0 1, '' 70.0 1)
set format x ""
set xlabel ''
set logscale y
set yrange [17.96546299877502:226.57336170085327]
set ytics nomirror ((tex ? '20' : '20') 20.0, '' 30.0 1, '' 40.0 1, (tex ? '50' : '50') 50.0, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, (tex ? '100' : '100') 100.0, (tex ? '200' : '200') 200.0)
set format y "%h"
set ylabel (tex ? 'measured $P_{50}$' : 'measured {/:Italic P}_{50}')
unset colorbox
plot data using (of("P₅₀ = 2.82 s ln(N/s)", "", "theory", "sparsity_log_ratio")):(column("samples50")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("P₅₀ = 2.82 s ln(N/s)", "N = 100", "measured", "sparsity_log_ratio")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("P₅₀ = 2.82 s ln(N/s)", "N = 100", "measured", "sparsity_log_ratio")):(column("samples50")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("P₅₀ = 2.82 s ln(N/s)", "N = 200", "measured", "sparsity_log_ratio")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("P₅₀ = 2.82 s ln(N/s)", "N = 200", "measured", "sparsity_log_ratio")):(column("samples50")) with points pointtype 5 pointsize 0.8*marks linecolor '#d9b81a'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.6306; set tmargin at screen 0.9239
set title (tex ? '$P_{50} = 2\delta$' : '{/:Italic P}_{50} = 2{/:Italic δ}')
set logscale x
set xrange [19.017320491492764:224.00714301889008]
set xtics nomirror ('' 20.0, '' 30.0 1, '' 40.0 1, '' 50.0, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, '' 100.0, '' 200.0)
set format x ""
set xlabel ''
set logscale y
set yrange [17.96546299877502:226.57336170085327]
set ytics nomirror ('' 20.0, '' 30.0 1, '' 40.0 1, '' 50.0, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, '' 100.0, '' 200.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("P₅₀ = 2δ", "", "theory", "samples50_predicted")):(column("samples50")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("P₅₀ = 2δ", "N = 100", "measured", "samples50_predicted")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("P₅₀ = 2δ", "N = 100", "measured", "samples50_predicted")):(column("samples50")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("P₅₀ = 2δ", "N = 200", "measured", "samples50_predicted")):(column("samples50")):(column("samples50_low")):(column("samples50_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("P₅₀ = 2δ", "N = 200", "measured", "samples50_predicted")):(column("samples50")) with points pointtype 5 pointsize 0.8*marks linecolor '#d9b81a'
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.2611; set tmargin at screen 0.5544
set title (tex ? '$P_{50}$ over $2.82\,s \ln(N/s)$' : '{/:Italic P}_{50} over 2.82 {/:Italic s} ln({/:Italic N}/{/:Italic s})')
set logscale x
set xrange [7.191496655571249:70.04003134032267]
set xtics nomirror ('' 8.0 1, '' 9.0 1, (tex ? '10' : '10') 10.0, (tex ? '20' : '20') 20.0, '' 30.0 1, '' 40.0 1, (tex ? '50' : '50') 50.0, '' 60.0 1, '' 70.0 1)
set format x "%h"
set xlabel (tex ? '$s \ln(N/s)$' : '{/:Italic s} ln({/:Italic N}/{/:Italic s})')
set logscale y
set yrange [0.8869535771473274:1.1485351075553962]
set ytics nomirror ((tex ? '0.9' : '0.9') 0.9, (tex ? '1' : '1') 1.0, (tex ? '1.1' : '1.1') 1.1)
set format y "%h"
set ylabel (tex ? '$P_{50}$ over the law' : '{/:Italic P}_{50} over the law')
unset colorbox; unset label
plot data using (of("P₅₀ over 2.82 s ln(N/s)", "", "theory", "sparsity_log_ratio")):(column("samples50_ratio")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("P₅₀ over 2.82 s ln(N/s)", "N = 100", "measured", "sparsity_log_ratio")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("P₅₀ over 2.82 s ln(N/s)", "N = 100", "measured", "sparsity_log_ratio")):(column("samples50_ratio")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("P₅₀ over 2.82 s ln(N/s)", "N = 200", "measured", "sparsity_log_ratio")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("P₅₀ over 2.82 s ln(N/s)", "N = 200", "measured", "sparsity_log_ratio")):(column("samples50_ratio")) with points pointtype 5 pointsize 0.8*marks linecolor '#d9b81a'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.2611; set tmargin at screen 0.5544
set title (tex ? '$P_{50}$ over $2\delta$' : '{/:Italic P}_{50} over 2{/:Italic δ}')
set logscale x
set xrange [19.017320491492764:224.00714301889008]
set xtics nomirror ((tex ? '20' : '20') 20.0, '' 30.0 1, '' 40.0 1, (tex ? '50' : '50') 50.0, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, (tex ? '100' : '100') 100.0, (tex ? '200' : '200') 200.0)
set format x "%h"
set xlabel (tex ? 'predicted $2\delta$' : 'predicted 2{/:Italic δ}')
set logscale y
set yrange [0.8869535771473274:1.1485351075553962]
set ytics nomirror ('' 0.9, '' 1.0, '' 1.1)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("P₅₀ over 2δ", "", "theory", "samples50_predicted")):(column("samples50_ratio")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("P₅₀ over 2δ", "N = 100", "measured", "samples50_predicted")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("P₅₀ over 2δ", "N = 100", "measured", "samples50_predicted")):(column("samples50_ratio")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("P₅₀ over 2δ", "N = 200", "measured", "samples50_predicted")):(column("samples50_ratio")):(column("samples50_ratio_low")):(column("samples50_ratio_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("P₅₀ over 2δ", "N = 200", "measured", "samples50_predicted")):(column("samples50_ratio")) with points pointtype 5 pointsize 0.8*marks linecolor '#d9b81a'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0644; set tmargin at screen 0.1474
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'theory: law' : 'theory: law'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% profile-likelihood intervals' : 'measured, 95 % profile-likelihood intervals')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0104; set tmargin at screen 0.0519
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with points pointtype 7 pointsize 0.8*marks linecolor '#440154' title (tex ? '$N = 100$' : '{/:Italic N} = 100'), \
  keyentry with points pointtype 5 pointsize 0.8*marks linecolor '#d9b81a' title (tex ? '$N = 200$' : '{/:Italic N} = 200')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
