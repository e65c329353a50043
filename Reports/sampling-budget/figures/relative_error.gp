# Error at equal size, on the samples
# Relative error of the network's outputs on the samples, by method and kind of network: geometric
# means, an error of 0 as 2^−52. Means of 12 trials a point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot relative_error.gp   (reads relative_error.csv, writes relative_error.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "relative_error.csv"
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
if (format eq "svg") { set terminal svg size 1280,499 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2560,998 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 21.3cm,8.3cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 21.3cm,8.3cm font "\\small" linewidth 0.8 }
set output "relative_error.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.3587; set tmargin at screen 0.9198
set title (tex ? 'planted networks' : 'planted networks')
unset logscale x
set xrange [0.17600000000000002:0.8240000000000001]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'share of weights kept' : 'share of weights kept')
set logscale y
set yrange [4.7020911097526616e-17:74.87193359980846]
set ytics nomirror ((tex ? '$10^{-16}$' : '10^{−16}') 1e-16, '' 1e-15 1, '' 1e-14 1, '' 1e-13 1, (tex ? '$10^{-12}$' : '10^{−12}') 1e-12, '' 1e-11 1, '' 1e-10 1, '' 1e-09 1, (tex ? '$10^{-8}$' : '10^{−8}') 1e-08, '' 1e-07 1, '' 1e-06 1, '' 1e-05 1, (tex ? '$10^{-4}$' : '10^{−4}') 0.0001, '' 0.001 1, '' 0.01 1, '' 0.1 1, (tex ? '$10^{0}$' : '10^{0}') 1.0, '' 10.0 1)
set format y "%h"
set ylabel (tex ? 'relative error, geometric mean' : 'relative error, geometric mean')
unset colorbox
plot data using (of("planted networks", "uniform", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("planted networks", "uniform", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("planted networks", "uniform", "measured", "kept")):(column("relative_error")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("planted networks", "CoreNet", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("planted networks", "CoreNet", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("planted networks", "CoreNet", "measured", "kept")):(column("relative_error")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("planted networks", "SiPP · random", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("planted networks", "SiPP · random", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("planted networks", "SiPP · random", "measured", "kept")):(column("relative_error")) with points pointtype 9 pointsize 0.8 linecolor '#009E73', \
  data using (of("planted networks", "SiPP · deterministic", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#CC79A7' dashtype 1, \
  data using (of("planted networks", "SiPP · deterministic", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("planted networks", "SiPP · deterministic", "measured", "kept")):(column("relative_error")) with points pointtype 13 pointsize 0.8 linecolor '#CC79A7', \
  data using (of("planted networks", "SiPP · hybrid", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#404040' dashtype 1, \
  data using (of("planted networks", "SiPP · hybrid", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("planted networks", "SiPP · hybrid", "measured", "kept")):(column("relative_error")) with points pointtype 6 pointsize 0.8 linecolor '#404040', \
  data using (of("planted networks", "common tolerance", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#E69F00' dashtype 1, \
  data using (of("planted networks", "common tolerance", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("planted networks", "common tolerance", "measured", "kept")):(column("relative_error")) with points pointtype 4 pointsize 0.8 linecolor '#E69F00', \
  data using (of("planted networks", "largest sensitivities", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#56B4E9' dashtype 1, \
  data using (of("planted networks", "largest sensitivities", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#56B4E9', \
  data using (of("planted networks", "largest sensitivities", "measured", "kept")):(column("relative_error")) with points pointtype 8 pointsize 0.8 linecolor '#56B4E9', \
  data using (of("planted networks", "common tolerance · hybrid", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#882255' dashtype 1, \
  data using (of("planted networks", "common tolerance · hybrid", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#882255', \
  data using (of("planted networks", "common tolerance · hybrid", "measured", "kept")):(column("relative_error")) with points pointtype 12 pointsize 0.8 linecolor '#882255', \
  data using (of("planted networks", "PFP · random", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#999933' dashtype 1, \
  data using (of("planted networks", "PFP · random", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#999933', \
  data using (of("planted networks", "PFP · random", "measured", "kept")):(column("relative_error")) with points pointtype 7 pointsize 0.8 linecolor '#999933', \
  data using (of("planted networks", "PFP · deterministic", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("planted networks", "PFP · deterministic", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("planted networks", "PFP · deterministic", "measured", "kept")):(column("relative_error")) with points pointtype 5 pointsize 0.8 linecolor '#0072B2', \
  data using (of("planted networks", "magnitude", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("planted networks", "magnitude", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("planted networks", "magnitude", "measured", "kept")):(column("relative_error")) with points pointtype 9 pointsize 0.8 linecolor '#D55E00', \
  data using (of("planted networks", "Net-Trim", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("planted networks", "Net-Trim", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("planted networks", "Net-Trim", "measured", "kept")):(column("relative_error")) with points pointtype 13 pointsize 0.8 linecolor '#009E73'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.3587; set tmargin at screen 0.9198
set title (tex ? 'dense networks' : 'dense networks')
unset logscale x
set xrange [0.17600000000000002:0.8240000000000001]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'share of weights kept' : 'share of weights kept')
set logscale y
set yrange [4.7020911097526616e-17:74.87193359980846]
set ytics nomirror ('' 1e-16, '' 1e-15 1, '' 1e-14 1, '' 1e-13 1, '' 1e-12, '' 1e-11 1, '' 1e-10 1, '' 1e-09 1, '' 1e-08, '' 1e-07 1, '' 1e-06 1, '' 1e-05 1, '' 0.0001, '' 0.001 1, '' 0.01 1, '' 0.1 1, '' 1.0, '' 10.0 1)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("dense networks", "uniform", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("dense networks", "uniform", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("dense networks", "uniform", "measured", "kept")):(column("relative_error")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("dense networks", "CoreNet", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("dense networks", "CoreNet", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("dense networks", "CoreNet", "measured", "kept")):(column("relative_error")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("dense networks", "SiPP · random", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("dense networks", "SiPP · random", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("dense networks", "SiPP · random", "measured", "kept")):(column("relative_error")) with points pointtype 9 pointsize 0.8 linecolor '#009E73', \
  data using (of("dense networks", "SiPP · deterministic", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#CC79A7' dashtype 1, \
  data using (of("dense networks", "SiPP · deterministic", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("dense networks", "SiPP · deterministic", "measured", "kept")):(column("relative_error")) with points pointtype 13 pointsize 0.8 linecolor '#CC79A7', \
  data using (of("dense networks", "SiPP · hybrid", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#404040' dashtype 1, \
  data using (of("dense networks", "SiPP · hybrid", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("dense networks", "SiPP · hybrid", "measured", "kept")):(column("relative_error")) with points pointtype 6 pointsize 0.8 linecolor '#404040', \
  data using (of("dense networks", "common tolerance", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#E69F00' dashtype 1, \
  data using (of("dense networks", "common tolerance", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("dense networks", "common tolerance", "measured", "kept")):(column("relative_error")) with points pointtype 4 pointsize 0.8 linecolor '#E69F00', \
  data using (of("dense networks", "largest sensitivities", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#56B4E9' dashtype 1, \
  data using (of("dense networks", "largest sensitivities", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#56B4E9', \
  data using (of("dense networks", "largest sensitivities", "measured", "kept")):(column("relative_error")) with points pointtype 8 pointsize 0.8 linecolor '#56B4E9', \
  data using (of("dense networks", "common tolerance · hybrid", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#882255' dashtype 1, \
  data using (of("dense networks", "common tolerance · hybrid", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#882255', \
  data using (of("dense networks", "common tolerance · hybrid", "measured", "kept")):(column("relative_error")) with points pointtype 12 pointsize 0.8 linecolor '#882255', \
  data using (of("dense networks", "PFP · random", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#999933' dashtype 1, \
  data using (of("dense networks", "PFP · random", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#999933', \
  data using (of("dense networks", "PFP · random", "measured", "kept")):(column("relative_error")) with points pointtype 7 pointsize 0.8 linecolor '#999933', \
  data using (of("dense networks", "PFP · deterministic", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("dense networks", "PFP · deterministic", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("dense networks", "PFP · deterministic", "measured", "kept")):(column("relative_error")) with points pointtype 5 pointsize 0.8 linecolor '#0072B2', \
  data using (of("dense networks", "magnitude", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("dense networks", "magnitude", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("dense networks", "magnitude", "measured", "kept")):(column("relative_error")) with points pointtype 9 pointsize 0.8 linecolor '#D55E00', \
  data using (of("dense networks", "Net-Trim", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("dense networks", "Net-Trim", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("dense networks", "Net-Trim", "measured", "kept")):(column("relative_error")) with points pointtype 13 pointsize 0.8 linecolor '#009E73'
set lmargin at screen 0.6896; set rmargin at screen 0.9812; set bmargin at screen 0.3587; set tmargin at screen 0.9198
set title (tex ? 'trained networks' : 'trained networks')
unset logscale x
set xrange [0.17600000000000002:0.8240000000000001]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'share of weights kept' : 'share of weights kept')
set logscale y
set yrange [4.7020911097526616e-17:74.87193359980846]
set ytics nomirror ('' 1e-16, '' 1e-15 1, '' 1e-14 1, '' 1e-13 1, '' 1e-12, '' 1e-11 1, '' 1e-10 1, '' 1e-09 1, '' 1e-08, '' 1e-07 1, '' 1e-06 1, '' 1e-05 1, '' 0.0001, '' 0.001 1, '' 0.01 1, '' 0.1 1, '' 1.0, '' 10.0 1)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("trained networks", "uniform", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("trained networks", "uniform", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("trained networks", "uniform", "measured", "kept")):(column("relative_error")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("trained networks", "CoreNet", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("trained networks", "CoreNet", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("trained networks", "CoreNet", "measured", "kept")):(column("relative_error")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("trained networks", "SiPP · random", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("trained networks", "SiPP · random", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("trained networks", "SiPP · random", "measured", "kept")):(column("relative_error")) with points pointtype 9 pointsize 0.8 linecolor '#009E73', \
  data using (of("trained networks", "SiPP · deterministic", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#CC79A7' dashtype 1, \
  data using (of("trained networks", "SiPP · deterministic", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("trained networks", "SiPP · deterministic", "measured", "kept")):(column("relative_error")) with points pointtype 13 pointsize 0.8 linecolor '#CC79A7', \
  data using (of("trained networks", "SiPP · hybrid", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#404040' dashtype 1, \
  data using (of("trained networks", "SiPP · hybrid", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#404040', \
  data using (of("trained networks", "SiPP · hybrid", "measured", "kept")):(column("relative_error")) with points pointtype 6 pointsize 0.8 linecolor '#404040', \
  data using (of("trained networks", "common tolerance", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#E69F00' dashtype 1, \
  data using (of("trained networks", "common tolerance", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#E69F00', \
  data using (of("trained networks", "common tolerance", "measured", "kept")):(column("relative_error")) with points pointtype 4 pointsize 0.8 linecolor '#E69F00', \
  data using (of("trained networks", "largest sensitivities", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#56B4E9' dashtype 1, \
  data using (of("trained networks", "largest sensitivities", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#56B4E9', \
  data using (of("trained networks", "largest sensitivities", "measured", "kept")):(column("relative_error")) with points pointtype 8 pointsize 0.8 linecolor '#56B4E9', \
  data using (of("trained networks", "common tolerance · hybrid", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#882255' dashtype 1, \
  data using (of("trained networks", "common tolerance · hybrid", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#882255', \
  data using (of("trained networks", "common tolerance · hybrid", "measured", "kept")):(column("relative_error")) with points pointtype 12 pointsize 0.8 linecolor '#882255', \
  data using (of("trained networks", "PFP · random", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#999933' dashtype 1, \
  data using (of("trained networks", "PFP · random", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#999933', \
  data using (of("trained networks", "PFP · random", "measured", "kept")):(column("relative_error")) with points pointtype 7 pointsize 0.8 linecolor '#999933', \
  data using (of("trained networks", "PFP · deterministic", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("trained networks", "PFP · deterministic", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("trained networks", "PFP · deterministic", "measured", "kept")):(column("relative_error")) with points pointtype 5 pointsize 0.8 linecolor '#0072B2', \
  data using (of("trained networks", "magnitude", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("trained networks", "magnitude", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("trained networks", "magnitude", "measured", "kept")):(column("relative_error")) with points pointtype 9 pointsize 0.8 linecolor '#D55E00', \
  data using (of("trained networks", "Net-Trim", "measured", "kept")):(column("relative_error")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("trained networks", "Net-Trim", "measured", "kept")):(column("relative_error")):(column("relative_error_low")):(column("relative_error_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("trained networks", "Net-Trim", "measured", "kept")):(column("relative_error")) with points pointtype 13 pointsize 0.8 linecolor '#009E73'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.1707; set tmargin at screen 0.2188
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0120; set tmargin at screen 0.1563
set key center center horizontal maxcols 4 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'uniform' : 'uniform'), \
  keyentry with linespoints pointtype 5 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'CoreNet' : 'CoreNet'), \
  keyentry with linespoints pointtype 9 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#009E73' title (tex ? 'SiPP, random' : 'SiPP, random'), \
  keyentry with linespoints pointtype 13 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#CC79A7' title (tex ? 'SiPP, deterministic' : 'SiPP, deterministic'), \
  keyentry with linespoints pointtype 6 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#404040' title (tex ? 'SiPP, hybrid' : 'SiPP, hybrid'), \
  keyentry with linespoints pointtype 4 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#E69F00' title (tex ? 'common tolerance' : 'common tolerance'), \
  keyentry with linespoints pointtype 8 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#56B4E9' title (tex ? 'largest sensitivities' : 'largest sensitivities'), \
  keyentry with linespoints pointtype 12 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#882255' title (tex ? 'common tolerance, hybrid' : 'common tolerance, hybrid'), \
  keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#999933' title (tex ? 'PFP, random' : 'PFP, random'), \
  keyentry with linespoints pointtype 5 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'PFP, deterministic' : 'PFP, deterministic'), \
  keyentry with linespoints pointtype 9 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'magnitude' : 'magnitude'), \
  keyentry with linespoints pointtype 13 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#009E73' title (tex ? 'Net-Trim' : 'Net-Trim')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
