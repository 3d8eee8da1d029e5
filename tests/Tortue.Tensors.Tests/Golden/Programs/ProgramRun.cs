using System.Reflection;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Golden.Programs;

/// <summary>One run of a program on the engine, by one of the ways that it can be called.</summary>
internal sealed class ProgramRun
{
    private readonly List<Tensor> _leaves = [];
    private readonly List<Tensor> _variables = [];
    private readonly Dictionary<int, string> _errors = [];
    private readonly HashSet<MethodInfo> _called;
    private IReadOnlyList<Tensor> _results = [];
    private string? _error;

    private ProgramRun(HashSet<MethodInfo> called) => _called = called;

    /// <summary>What differs from PyTorch, by every method that a program of one step can mean; empty when nothing does.</summary>
    /// <param name="program">The program.</param>
    /// <param name="called">Receives the methods that were called.</param>
    public static IEnumerable<string> Differences(GoldenProgram program, HashSet<MethodInfo> called)
    {
        if (!Engine.IsOurs && (program.Error ?? program.BackwardError) is not null)
            yield break; // Some errors end TorchSharp's process, and their wording is that of its version of PyTorch.
        var ways = 1;
        for (var way = 0; way < ways; way++)
        {
            using var scope = NewDisposeScope();
            var run = new ProgramRun(called);
            run.MakeInputs(program);
            ways = program.Steps.Count > 1 ? 1 : Math.Max(1, run.Ways(program.Steps[0]));
            foreach (var difference in run.Compared(program, way))
                yield return $"{difference} (way {way + 1} of {ways}) in {Shortened(program.Json)}";
        }
    }

    private static string Shortened(string text) => text.Length > 600 ? text[..600] + "…" : text;

    private void MakeInputs(GoldenProgram program)
    {
        for (var i = 0; i < program.Inputs.Count; i++)
        {
            var (leaf, variable) = ProgramInput.Make(program.Inputs[i], i);
            _leaves.Add(leaf);
            _variables.Add(variable);
        }
    }

    private int Ways(GoldenProgram.Step step)
    {
        if (ProgramOperations.IsKnown(step.Name))
            return 1;
        IReadOnlyList<int> operands = ProgramModule.IsModule(step.Name) ? [] : step.Operands;
        return ProgramMethod.Fitting(step.Name, operands, ProgramModule.Own(step), _variables).Count();
    }

    private IEnumerable<string> Compared(GoldenProgram program, int way)
    {
        for (var i = 0; i < program.Steps.Count && _error is null; i++)
            Execute(program, i, way);
        if (program.Errors is not null)
            return ComparedWithErrors(program);
        if (program.Error is not null || _error is not null)
            return ProgramError.Difference(program.Error, _error) is { } wording ? [wording] : [];
        return ComparedValues(program);
    }

    private void Execute(GoldenProgram program, int position, int way)
    {
        var step = program.Steps[position];
        try
        {
            _results = ProgramOperations.IsKnown(step.Name)
                ? ProgramOperations.Apply(step, _variables)
                : ProgramModule.IsModule(step.Name)
                    ? ProgramModule.Apply(step, _variables, _leaves, way, _called)
                    : Called(step, way);
            _variables.AddRange(_results);
        }
        catch (Exception error) when (error is ExternalException or ArgumentException or InvalidOperationException or NotSupportedException
            or IndexOutOfRangeException)
        {
            var end = error is ArgumentException { ParamName: not null }
                ? error.Message.LastIndexOf(" (Parameter", StringComparison.Ordinal)
                : error.Message.Length;
            var text = error.Message[..end];
            if (program.Errors is null)
                _error = text;
            else
                _errors[position] = text;
        }
    }

    private IReadOnlyList<Tensor> Called(GoldenProgram.Step step, int way)
    {
        var method = ProgramMethod.Fitting(step.Name, step.Operands, step.Arguments, _variables).ElementAtOrDefault(way)
            ?? throw new MissingMethodException($"No public method {step.Name} takes {step.Arguments}.");
        _called.Add(method.Method);
        return method.Call();
    }

    private IEnumerable<string> ComparedWithErrors(GoldenProgram program)
    {
        foreach (var position in _errors.Keys.Union(program.Errors!.Keys).Order())
        {
            var (theirs, ours) = (program.Errors.GetValueOrDefault(position), _errors.GetValueOrDefault(position));
            if (theirs is null || ours is null)
                return [$"step {position}: PyTorch says {theirs ?? "nothing"}; here: {ours ?? "nothing"}"];
        }

        _results = [.. _variables];
        return ComparedValues(program);
    }

    private IEnumerable<string> ComparedValues(GoldenProgram program)
    {
        if (program.Results.Count != _results.Count)
        {
            yield return $"PyTorch gives {program.Results.Count} results, here are {_results.Count}";
            yield break;
        }

        for (var i = 0; i < _results.Count; i++)
        {
            if (ProgramText.Difference(program.Results[i], _results[i], Tolerance(program)) is { } difference)
                yield return $"result {i}: {difference}";
        }

        var passed = Backward(out var error);
        if (program.Errors is not null && program.BackwardError is not null)
            yield break; // PyTorch keeps more than is needed here, and refuses more changes in place; its words are compared elsewhere.
        if (error is not null || program.BackwardError is not null)
        {
            if (ProgramError.Difference(program.BackwardError, error) is { } wording)
                yield return "backward: " + wording;
            yield break;
        }

        if (passed != (program.Gradients is not null))
        {
            yield return $"PyTorch has {(passed ? "no" : "a")} gradient, here is {(passed ? "one" : "none")}";
            yield break;
        }

        var wanting = _leaves.Where(leaf => leaf.requires_grad).ToList();
        for (var i = 0; passed && i < wanting.Count; i++)
        {
            if (ProgramText.Difference(program.Gradients![i], wanting[i].grad, 4 * Tolerance(program)) is { } difference)
                yield return $"gradient {i}: {difference}";
        }
    }

    private bool Backward(out string? error)
    {
        error = null;
        Tensor? total = null;
        foreach (var result in _results.Where(r => r.is_floating_point() && r.requires_grad))
        {
            var weights = Enumerable.Range(0, (int)result.numel()).Select(i => Math.Sin(1 + (1.7 * i))).ToArray();
            var part = (result.to(float64) * tensor(weights, result.shape)).sum();
            total = total is null ? part : total + part;
        }

        try
        {
            total?.backward();
        }
        catch (ExternalException thrown)
        {
            error = thrown.Message;
        }

        return total is not null;
    }

    private static bool Coarse(GoldenProgram program) =>
        !program.Inputs.Any(i => i[..2] == "f8")
        || program.Inputs.Concat(program.Results).Any(i => i.StartsWith("f4", StringComparison.Ordinal));

    private static double Tolerance(GoldenProgram program) => Coarse(program) ? 3e-6 : 6e-9;
}
