# Phase diagram: measured success rate and the exact law's contours
# Colour: measured success rate over the undersampling P/N and the relative sparsity s/P, 36,800
# trials, 200 a cell (the cells' 95 % Wilson intervals are in cells.csv). Lines, where inputs are
# Gaussian: where their exact law for one neuron reaches 5 % (dotted), 50 % (solid) and 95 % (dashed);
# computed and not fitted.
#
# Rebuild with: gnuplot phase_diagram.gp   (reads phase_diagram.csv, writes phase_diagram.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. phase_diagram.py draws the same with matplotlib.
data = "phase_diagram.csv"
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
if (format eq "svg") { set terminal svg size 742,381 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,762 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,7.17cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,7.17cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "phase_diagram.".format
unset key
set style fill solid 1 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.4639; set bmargin at screen 0.3339; set tmargin at screen 0.8845
set title (tex ? '$N = 100$' : '{/:Italic N} = 100')
unset logscale x
set xrange [0.032:1.67]
set xtics nomirror ((tex ? '0.5' : '0.5') 0.5, (tex ? '1' : '1') 1.0, (tex ? '1.5' : '1.5') 1.5)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:0.4894117647058822]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.1' : '0.1') 0.1, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.3' : '0.3') 0.3, (tex ? '0.4' : '0.4') 0.4)
set format y "%h"
set ylabel ''
set cblabel (tex ? 'success rate' : 'success rate')
set cbrange [0.0:1.0]
set palette defined (0.0 "#00204d", 0.17 "#233e6c", 0.33 "#575c6d", 0.5 "#7c7b78", 0.67 "#a69c75", 0.83 "#d3c065", 1.0 "#ffea46")
unset grid
set colorbox user origin screen 0.8760, 0.3339 size screen 0.0216, 0.5507
set label 1 (tex ? 'undersampling $P/N$' : 'undersampling {/:Italic P}/{/:Italic N}') at screen 0.4788, 0.2184 center
set label 2 (tex ? 'relative sparsity $s/P$' : 'relative sparsity {/:Italic s}/{/:Italic P}') at screen 0.0189, 0.6092 center rotate
plot data using (of("N = 100", "", "measured", "undersampling")):(column("relative_sparsity")):(column("undersampling_low")):(column("undersampling_high")):(column("relative_sparsity_low")):(column("relative_sparsity_high")):(column("rate")) with boxxyerror linecolor palette, \
  data using (of("N = 100", "5 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 3.6 linecolor '#ffffff', \
  data using (of("N = 100", "5 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 1.6 linecolor '#000000' dashtype 3, \
  data using (of("N = 100", "50 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 3.6 linecolor '#ffffff', \
  data using (of("N = 100", "50 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 1.6 linecolor '#000000' dashtype 1, \
  data using (of("N = 100", "95 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 3.6 linecolor '#ffffff', \
  data using (of("N = 100", "95 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 1.6 linecolor '#000000' dashtype 2
set lmargin at screen 0.4936; set rmargin at screen 0.8470; set bmargin at screen 0.3339; set tmargin at screen 0.8845
set title (tex ? '$N = 200$' : '{/:Italic N} = 200')
unset logscale x
set xrange [0.032:1.67]
set xtics nomirror ((tex ? '0.5' : '0.5') 0.5, (tex ? '1' : '1') 1.0, (tex ? '1.5' : '1.5') 1.5)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:0.4894117647058822]
set ytics nomirror ('' 0.0, '' 0.1, '' 0.2, '' 0.3, '' 0.4)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("N = 200", "", "measured", "undersampling")):(column("relative_sparsity")):(column("undersampling_low")):(column("undersampling_high")):(column("relative_sparsity_low")):(column("relative_sparsity_high")):(column("rate")) with boxxyerror linecolor palette, \
  data using (of("N = 200", "5 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 3.6 linecolor '#ffffff', \
  data using (of("N = 200", "5 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 1.6 linecolor '#000000' dashtype 3, \
  data using (of("N = 200", "50 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 3.6 linecolor '#ffffff', \
  data using (of("N = 200", "50 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 1.6 linecolor '#000000' dashtype 1, \
  data using (of("N = 200", "95 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 3.6 linecolor '#ffffff', \
  data using (of("N = 200", "95 %", "theory", "undersampling")):(column("relative_sparsity")) with lines linewidth 1.6 linecolor '#000000' dashtype 2
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0976; set tmargin at screen 0.1606
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory: success by the exact law' : 'theory: success by the exact law')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0157; set tmargin at screen 0.0787
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 3 linecolor '#000000' title (tex ? '5~\%' : '5 %'), \
  keyentry with lines linewidth 2 dashtype 1 linecolor '#000000' title (tex ? '50~\%' : '50 %'), \
  keyentry with lines linewidth 2 dashtype 2 linecolor '#000000' title (tex ? '95~\%' : '95 %')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
