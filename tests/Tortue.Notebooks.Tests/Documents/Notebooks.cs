namespace Tortue.Notebooks.Tests.Documents;

/// <summary>Notebook files as front ends write them.</summary>
internal static class Notebooks
{
    /// <summary>As Jupyter (nbformat 4.5) writes: keys sorted, one space, lists of lines, text outside ASCII kept, escapes in lower case.</summary>
    public const string Jupyter = """
        {
         "cells": [
          {
           "attachments": {
            "image.png": {
             "image/png": "iVBORw0KGgo="
            }
           },
           "cell_type": "markdown",
           "id": "intro",
           "metadata": {
            "slideshow": {
             "slide_type": "slide"
            }
           },
           "source": [
            "# Où part-on ? α_L, 𝛽 and 🐢\n",
            "\n",
            "![chart](attachment:image.png) with \"quotes\", a \\ and a\ttab"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 3,
           "id": "compute",
           "metadata": {
            "tags": [
             "exercise",
             "hide-input"
            ],
            "weight": 1.0,
            "small": 1e-05
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "\u001b[31mred\u001b[0m\n",
              "done\n"
             ]
            },
            {
             "data": {
              "application/json": {
               "empty": {},
               "list": [],
               "nested": [
                1,
                [
                 2.50,
                 null,
                 true
                ]
               ]
              },
              "text/plain": [
               "{}"
              ]
             },
             "execution_count": 3,
             "metadata": {},
             "output_type": "execute_result"
            }
           ],
           "source": [
            "var x = 1;\n",
            "x"
           ]
          },
          {
           "cell_type": "raw",
           "id": "raw",
           "metadata": {},
           "source": []
          }
         ],
         "metadata": {
          "authors": [
           {
            "name": "A. N. Other"
           }
          ],
          "kernelspec": {
           "display_name": "C# (Tortue)",
           "language": "C#",
           "name": "tortue-csharp"
          },
          "language_info": {
           "name": "C#"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    /// <summary>As an early Jupyter wrote: nbformat 4.2, no ids, one source as a string.</summary>
    public const string Early = """
        {
         "cells": [
          {
           "cell_type": "code",
           "execution_count": null,
           "metadata": {
            "collapsed": true
           },
           "outputs": [],
           "source": "import numpy"
          },
          {
           "cell_type": "code",
           "execution_count": null,
           "metadata": {
            "collapsed": true
           },
           "outputs": [],
           "source": [
            "import numpy"
           ]
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": "Python [default]",
           "language": "python",
           "name": "python3"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 2
        }

        """;

    /// <summary>As .NET Interactive in VS Code wrote: two languages, three ways to say which, metadata in any order.</summary>
    public const string Polyglot = """
        {
         "cells": [
          {
           "cell_type": "code",
           "execution_count": 1,
           "metadata": {
            "dotnet_interactive": {
             "language": "csharp"
            },
            "polyglot_notebook": {
             "kernelName": "csharp"
            },
            "vscode": {
             "languageId": "polyglot-notebook"
            }
           },
           "outputs": [],
           "source": [
            "1 + 1"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": null,
           "metadata": {
            "dotnet_interactive": {
             "language": "fsharp"
            }
           },
           "outputs": [],
           "source": [
            "let x = 1"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": null,
           "metadata": {
            "vscode": {
             "languageId": "dotnet-interactive.pwsh"
            }
           },
           "outputs": [],
           "source": [
            "dir"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": null,
           "metadata": {},
           "outputs": [],
           "source": [
            "#!markdown\n",
            "# Title"
           ]
          }
         ],
         "metadata": {
          "language_info": {
           "name": "polyglot-notebook"
          },
          "polyglot_notebook": {
           "kernelInfo": {
            "defaultKernelName": "csharp",
            "items": [
             {
              "aliases": [],
              "languageName": "csharp",
              "name": "csharp"
             }
            ]
           }
          }
         },
         "nbformat": 4,
         "nbformat_minor": 4
        }

        """;
}
