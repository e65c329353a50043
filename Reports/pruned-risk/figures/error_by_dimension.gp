# The limits are approached
# Root mean square error of a trial's risk, relative to the limit, against the number p of features:
# the whole model, a tenth kept. The line of slope −1/2 is what the fluctuations of one sample allow.
#
# Rebuild with: gnuplot error_by_dimension.gp   (reads error_by_dimension.csv, writes error_by_dimension.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 8.75cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. error_by_dimension.py draws the same with matplotlib.
data = "error_by_dimension.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
# The rows of a series: x where a row is one of them.
of(panel, series, kind, x) = (strcol("series") eq series && strcol("kind") eq kind) ? column(x) : NaN
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
# Marks of the SVG are larger than those of the others.
marks = (format eq "svg") ? 0.65 : 1
if (format eq "svg") { set terminal svg size 465,540 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 930,1080 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 8.75cm,10.16cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 8.75cm,10.16cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "error_by_dimension.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1763; set rmargin at screen 0.9527; set bmargin at screen 0.4579; set tmargin at screen 0.9593
set title ''
set logscale x
set xrange [189.2115293451192:845.6144324491047]
set xtics nomirror ((tex ? '200' : '200') 200.0, (tex ? '400' : '400') 400.0, (tex ? '600' : '600') 600.0, (tex ? '800' : '800') 800.0)
set format x "%h"
set xlabel ''
set logscale y
set yrange [0.06763117389178239:0.1722938648428504]
set ytics nomirror ((tex ? '0.1' : '0.1') 0.1, (tex ? '0.15' : '0.15') 0.15)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'features $p$' : 'features {/:Italic p}') at screen 0.5645, 0.3763 center
set label 2 (tex ? 'RMS error over the limit' : 'RMS error over the limit') at screen 0.0301, 0.7086 center rotate
plot data using (of("", "", "reference", "features")):(column("error")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (0.9526379980439373*of("", "before pruning", "measured", "features")):(column("error")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (0.9526379980439373*of("", "before pruning", "measured", "features")):(column("error")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (0.9760317607762247*of("", "largest weights kept", "measured", "features")):(column("error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (0.9760317607762247*of("", "largest weights kept", "measured", "features")):(column("error")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (1.0*of("", "largest Hessian scores kept", "measured", "features")):(column("error")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (1.0*of("", "largest Hessian scores kept", "measured", "features")):(column("error")) with points pointtype 9 pointsize 0.8*marks linecolor '#009E73', \
  data using (1.0245568230328015*of("", "kept by an oracle", "measured", "features")):(column("error")) with lines linewidth 1 linecolor '#CC79A7' dashtype 1, \
  data using (1.0245568230328015*of("", "kept by an oracle", "measured", "features")):(column("error")) with points pointtype 13 pointsize 0.8*marks linecolor '#CC79A7', \
  data using (1.0497166836230674*of("", "oracle retrained", "measured", "features")):(column("error")) with lines linewidth 1 linecolor '#404040' dashtype 1, \
  data using (1.0497166836230674*of("", "oracle retrained", "measured", "features")):(column("error")) with points pointtype 6 pointsize 0.8*marks linecolor '#404040'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.2467; set tmargin at screen 0.3356
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'slope $-$1/2' : 'slope −1/2'), \
  keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#404040' title (tex ? 'measured, without intervals' : 'measured, without intervals')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0111; set tmargin at screen 0.2333
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'before pruning' : 'before pruning'), \
  keyentry with linespoints pointtype 5 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'largest weights kept' : 'largest weights kept'), \
  keyentry with linespoints pointtype 9 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#009E73' title (tex ? 'largest Hessian scores kept' : 'largest Hessian scores kept'), \
  keyentry with linespoints pointtype 13 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#CC79A7' title (tex ? 'kept by an oracle' : 'kept by an oracle'), \
  keyentry with linespoints pointtype 6 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#404040' title (tex ? 'oracle retrained' : 'oracle retrained')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
