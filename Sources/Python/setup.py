# SPDX-License-Identifier: GPL-3.0-or-later
"""The wheel is of one platform, because of the shared library, and of every Python 3, which reaches it through ctypes."""
from setuptools import setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.dist import Distribution


class OnePlatform(Distribution):
    def has_ext_modules(self):
        return True


class EveryPython(bdist_wheel):
    def get_tag(self):
        return "py3", "none", super().get_tag()[2]


setup(distclass=OnePlatform, cmdclass={"bdist_wheel": EveryPython})
