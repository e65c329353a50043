# Slack: how much of its bound a layer's error takes up
# Histogram of eℓ over its bound, 1,440 pruned networks, 5,400 certified layers, in bars of 1/40.
# Filled: the theorem's bound for link-normalised networks; line: the bound known after pruning
# (spectral norms in the parallel scheme, proposition 1 with slack in the cascade). No intervals: both
# bounds are deterministic, nothing may lie beyond 1. In the first layer all are the same, and
# minimisers attain it.
#
# Rebuild with: gnuplot slack.gp   (reads slack.csv, writes slack.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "slack.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
if (format eq "svg") { set terminal svg size 860,560 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1720,1120 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 14.3cm,9.3cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 14.3cm,9.3cm font "\\small" linewidth 0.8 pointscale 0.8 }
set output "slack.".format
set multiplot layout 1,1
set xlabel "error / bound"
set ylabel "share of the layers"
set xrange [0:1.02]
set yrange [0:0.5294259259259259]
set style fill solid 0.75 noborder
set key top left Left reverse samplen 2 spacing 1.2
set arrow 1 from 1, graph 0 to 1, graph 1 nohead linecolor "#404040" dashtype 2 front
set title "parallel scheme"
plot data using (strcol(1) eq 'parallel' && strcol(2) eq 'theorem' ? ($3+$4)/2 : NaN):6:(0.02375) with boxes linecolor '#0072B2' title "the theorem's bound", \
  data using (strcol(1) eq 'parallel' && strcol(2) eq 'after pruning' ? ($3+$4)/2 : NaN):6 with histeps linewidth 2 linecolor '#202020' title "bound known after pruning"
unset multiplot
unset output
}
