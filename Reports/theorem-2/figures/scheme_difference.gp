# The cascade beside the parallel scheme, at equal discrepancy
# Share of weights that the cascade keeps, less the share that the parallel scheme keeps of the same
# network at the same relative discrepancy of the output, by interpolation over ε, where every program
# was solved to a certified optimum: mean over 15 networks a point of all kinds, widths and P, in the
# whole network (0) and in each layer. Bars: 95 % intervals by Student's t over the networks. Below 0
# the cascade is sparser.
#
# Rebuild with: gnuplot scheme_difference.gp   (reads scheme_difference.csv, writes scheme_difference.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "scheme_difference.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
if (format eq "svg") { set terminal svg size 1920,560 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 3840,1120 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 32.0cm,9.3cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 32.0cm,9.3cm font "\\small" linewidth 0.8 pointscale 0.8 }
set output "scheme_difference.".format
set multiplot layout 1,4
set xlabel (tex ? 'layer $\ell$ (0: all)' : 'layer {/:Italic ℓ} (0: all)')
set ylabel "difference of the shares left"
set xtics 1
set yrange [-0.25769208067565014:0.380829340723688]
set key top left Left reverse samplen 1.5 spacing 1.1
set arrow 1 from graph 0, first 0 to graph 1, first 0 nohead linecolor "#404040" dashtype 2 back
set title "2 layers"
set xrange [-0.5:2.5]
plot data using ($1 == 2 && $2 == 1.0 ? $3 + -0.12 : NaN):5:6:7 with yerrorbars linewidth 1.2 pointtype 7 pointsize 1 linecolor '#440154' title (tex ? '$\gamma = 1.0$' : '{/:Italic γ} = 1.0'), \
  data using ($1 == 2 && $2 == 1.1 ? $3 + 0.0 : NaN):5:6:7 with yerrorbars linewidth 1.2 pointtype 5 pointsize 1 linecolor '#277f8e' title (tex ? '$\gamma = 1.1$' : '{/:Italic γ} = 1.1'), \
  data using ($1 == 2 && $2 == 1.5 ? $3 + 0.12 : NaN):5:6:7 with yerrorbars linewidth 1.2 pointtype 9 pointsize 1 linecolor '#d9b81a' title (tex ? '$\gamma = 1.5$' : '{/:Italic γ} = 1.5')
set title "3 layers"
set xrange [-0.5:3.5]
plot data using ($1 == 3 && $2 == 1.0 ? $3 + -0.12 : NaN):5:6:7 with yerrorbars linewidth 1.2 pointtype 7 pointsize 1 linecolor '#440154' title (tex ? '$\gamma = 1.0$' : '{/:Italic γ} = 1.0'), \
  data using ($1 == 3 && $2 == 1.1 ? $3 + 0.0 : NaN):5:6:7 with yerrorbars linewidth 1.2 pointtype 5 pointsize 1 linecolor '#277f8e' title (tex ? '$\gamma = 1.1$' : '{/:Italic γ} = 1.1'), \
  data using ($1 == 3 && $2 == 1.5 ? $3 + 0.12 : NaN):5:6:7 with yerrorbars linewidth 1.2 pointtype 9 pointsize 1 linecolor '#d9b81a' title (tex ? '$\gamma = 1.5$' : '{/:Italic γ} = 1.5')
set title "4 layers"
set xrange [-0.5:4.5]
plot data using ($1 == 4 && $2 == 1.0 ? $3 + -0.12 : NaN):5:6:7 with yerrorbars linewidth 1.2 pointtype 7 pointsize 1 linecolor '#440154' title (tex ? '$\gamma = 1.0$' : '{/:Italic γ} = 1.0'), \
  data using ($1 == 4 && $2 == 1.1 ? $3 + 0.0 : NaN):5:6:7 with yerrorbars linewidth 1.2 pointtype 5 pointsize 1 linecolor '#277f8e' title (tex ? '$\gamma = 1.1$' : '{/:Italic γ} = 1.1'), \
  data using ($1 == 4 && $2 == 1.5 ? $3 + 0.12 : NaN):5:6:7 with yerrorbars linewidth 1.2 pointtype 9 pointsize 1 linecolor '#d9b81a' title (tex ? '$\gamma = 1.5$' : '{/:Italic γ} = 1.5')
set title "6 layers"
set xrange [-0.5:6.5]
plot data using ($1 == 6 && $2 == 1.0 ? $3 + -0.12 : NaN):5:6:7 with yerrorbars linewidth 1.2 pointtype 7 pointsize 1 linecolor '#440154' title (tex ? '$\gamma = 1.0$' : '{/:Italic γ} = 1.0'), \
  data using ($1 == 6 && $2 == 1.1 ? $3 + 0.0 : NaN):5:6:7 with yerrorbars linewidth 1.2 pointtype 5 pointsize 1 linecolor '#277f8e' title (tex ? '$\gamma = 1.1$' : '{/:Italic γ} = 1.1'), \
  data using ($1 == 6 && $2 == 1.5 ? $3 + 0.12 : NaN):5:6:7 with yerrorbars linewidth 1.2 pointtype 9 pointsize 1 linecolor '#d9b81a' title (tex ? '$\gamma = 1.5$' : '{/:Italic γ} = 1.5')
unset multiplot
unset output
}
