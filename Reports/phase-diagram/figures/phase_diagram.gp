# Phase diagram: measured success rate and the exact law's contours
# Colour: measured success rate over the undersampling P/N and the relative sparsity s/P, 85,813
# trials, 50 to 200 a cell (the cells' 95 % anytime-valid intervals are in cells.csv). Lines, where
# inputs are Gaussian: where their exact law for one neuron reaches 5 % (dotted), 50 % (solid) and 95
# % (dashed), and, orange, where basis pursuit from P equations reaches 50 %; computed and not fitted.
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
# The rows of a series: x where a row is one of them.
of(panel, series, kind, x) = (strcol("series") eq series && strcol("kind") eq kind) ? column(x) : NaN
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
if (format eq "svg") { set terminal svg size 680,573 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1360,1146 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 11.3cm,9.6cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 11.3cm,9.6cm font "\\small" linewidth 0.8 }
set output "phase_diagram.".format
unset key
set style fill solid 1 noborder
set multiplot
set lmargin at screen 0.1294; set rmargin at screen 0.8235; set bmargin at screen 0.2712; set tmargin at screen 0.9302
set title (tex ? '$N = 200$' : '{/:Italic N} = 200')
unset logscale x
set xrange [-0.0275:1.0125]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'undersampling $P/N$' : 'undersampling {/:Italic P}/{/:Italic N}')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'relative sparsity $s/P$' : 'relative sparsity {/:Italic s}/{/:Italic P}')
set cblabel (tex ? 'success rate' : 'success rate')
set cbrange [0.0:1.0]
set palette defined (0 "#00204d", 0.17 "#233e6c", 0.33 "#575c6d", 0.5 "#7c7b78", 0.67 "#a69c75", 0.83 "#d3c065", 1 "#ffea46")
unset grid
set colorbox user origin screen 0.8588, 0.2709 size screen 0.0235, 0.6593
plot data using (of("N = 200", "", "measured", "undersampling")):(column("relative_sparsity")):(column("undersampling_low")):(column("undersampling_high")):(column("relative_sparsity_low")):(column("relative_sparsity_high")):(column("rate")) with boxxyerror linecolor palette, \
  data using (of("N = 200", "basis pursuit · 5 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 4.5 linecolor '#ffffff', \
  data using (of("N = 200", "basis pursuit · 5 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 2 linecolor '#ff7f2a' dashtype 3, \
  data using (of("N = 200", "basis pursuit · 50 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 4.5 linecolor '#ffffff', \
  data using (of("N = 200", "basis pursuit · 50 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 2 linecolor '#ff7f2a' dashtype 1, \
  data using (of("N = 200", "basis pursuit · 95 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 4.5 linecolor '#ffffff', \
  data using (of("N = 200", "basis pursuit · 95 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 2 linecolor '#ff7f2a' dashtype 2, \
  data using (of("N = 200", "5 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 4.5 linecolor '#ffffff', \
  data using (of("N = 200", "5 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 2 linecolor '#000000' dashtype 3, \
  data using (of("N = 200", "50 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 4.5 linecolor '#ffffff', \
  data using (of("N = 200", "50 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 2 linecolor '#000000' dashtype 1, \
  data using (of("N = 200", "95 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 4.5 linecolor '#ffffff', \
  data using (of("N = 200", "95 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 2 linecolor '#000000' dashtype 2
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.1068; set tmargin at screen 0.1487
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory: success by the exact law' : 'theory: success by the exact law')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0105; set tmargin at screen 0.0942
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 3 linecolor '#ff7f2a' title (tex ? 'basis pursuit, 5~\%' : 'basis pursuit, 5 %'), \
  keyentry with lines linewidth 2 dashtype 1 linecolor '#ff7f2a' title (tex ? 'basis pursuit, 50~\%' : 'basis pursuit, 50 %'), \
  keyentry with lines linewidth 2 dashtype 2 linecolor '#ff7f2a' title (tex ? 'basis pursuit, 95~\%' : 'basis pursuit, 95 %'), \
  keyentry with lines linewidth 2 dashtype 3 linecolor '#000000' title (tex ? '5~\%' : '5 %'), \
  keyentry with lines linewidth 2 dashtype 1 linecolor '#000000' title (tex ? '50~\%' : '50 %'), \
  keyentry with lines linewidth 2 dashtype 2 linecolor '#000000' title (tex ? '95~\%' : '95 %')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
