# The Python the benchmarks compare with; sourced. Sets $python.
need "${build_packages[@]}" python3-venv
python=.venv-bench/bin/python
if [ ! -x "$python" ] || ! "$python" -c 'import numpy, pandas, sklearn, xgboost' 2>/dev/null; then
    python3 -m venv .venv-bench
    .venv-bench/bin/pip install -q 'numpy<2' pandas scikit-learn 'xgboost==1.7.6'
fi
