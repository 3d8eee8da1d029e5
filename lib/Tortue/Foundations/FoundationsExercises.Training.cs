using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.Foundations;

public static partial class FoundationsExercises
{
    /// <summary>Exercise 0.4: steps of minibatch descent in an epoch.</summary>
    public static FunctionExercise<Func<int, int, int>, (int Examples, int Batch), int> StepsPerEpoch { get; } = new()
    {
        Id = "0.4",
        Title = FoundationsText.StepsTitle,
        Arguments = ["examples", "batch"],
        Inputs = random =>
            [(100, 10), (100, 32), (7, 7), (3, 10), .. Draw(16, () => (random.Next(1, 70_000), random.Next(1, 513)))],
        Call = (steps, input) => steps(input.Examples, input.Batch),
        Answer = SourceCode.Of<Func<int, int, int>>((examples, batch) => (examples + batch - 1) / batch),
        Misconceptions =
        [
            new((examples, batch) => examples / batch, FoundationsText.StepsFloor),
            new((examples, batch) => examples / batch + 1, FoundationsText.StepsAlwaysOneMore),
            new((examples, batch) => (int)Math.Round((double)examples / batch), FoundationsText.StepsRounded),
            new((examples, _) => examples, FoundationsText.StepsOnePerExample),
        ],
        Hints = [FoundationsText.StepsHint],
        Explanation = FoundationsText.StepsExplanation,
    };

    /// <summary>Exercise 0.5: the epoch whose weights early stopping keeps.</summary>
    public static FunctionExercise<Func<double[], int, int>, (double[] Losses, int Patience), int> BestEpoch { get; } = new()
    {
        Id = "0.5",
        Title = FoundationsText.BestEpochTitle,
        Arguments = ["validationLoss", "patience"],
        Inputs = random =>
            [([3, 2, 1, 2, 3, 4], 2), ([3, 2, 1, 2, 3, 0.5], 2), ([1, 1, 1, 1], 3), .. Draw(20, () => Losses(random))],
        Call = (best, input) => best(input.Losses, input.Patience),
        Answer = SourceCode.Of<Func<double[], int, int>>((validationLoss, patience) =>
        {
            var best = 0;
            for (var epoch = 1; epoch < validationLoss.Length && epoch - best <= patience; epoch++)
            {
                if (validationLoss[epoch] < validationLoss[best])
                    best = epoch;
            }

            return best;
        }),
        Misconceptions =
        [
            new((losses, _) => Array.IndexOf(losses, losses.Min()), FoundationsText.BestEpochLooksAhead),
            new((losses, patience) => Stopped(losses, patience), FoundationsText.BestEpochIsLast),
            new((losses, _) => FirstRise(losses), FoundationsText.BestEpochFirstRise),
        ],
        Hints = [FoundationsText.BestEpochHint1, FoundationsText.BestEpochHint2],
        Explanation = FoundationsText.BestEpochExplanation,
    };

    /// <summary>Exercise 0.6: gradient descent with momentum as the frameworks have it.</summary>
    public static
        FunctionExercise<Func<double[], double, double, double>, (double[] Gradients, double Rate, double Beta), double>
        MomentumPath
    { get; } = new()
    {
        Id = "0.6",
        Title = FoundationsText.MomentumTitle,
        Arguments = ["gradients", "rate", "beta"],
        Inputs = random =>
            [([1], 0.1, 0.9), ([1, 1], 0.1, 0.9), .. Draw(20, () => (Vector(random, random.Next(2, 7)), 0.1, 0.9))],
        Call = (path, input) => path(input.Gradients, input.Rate, input.Beta),
        Answer = SourceCode.Of<Func<double[], double, double, double>>((gradients, rate, beta) =>
        {
            double weight = 0, velocity = 0;
            foreach (var gradient in gradients)
            {
                velocity = beta * velocity + gradient;
                weight -= rate * velocity;
            }

            return weight;
        }),
        Misconceptions =
            [
                new((gradients, rate, beta) => Descend(gradients, rate, beta, 1 - beta), FoundationsText.MomentumAverage),
                new((gradients, rate, _) => -rate * gradients.Sum(), FoundationsText.MomentumForgotten),
                new((gradients, rate, beta) => -Descend(gradients, rate, beta, 1), FoundationsText.MomentumUphill),
            ],
        Hints = [FoundationsText.MomentumHint1, FoundationsText.MomentumHint2],
        Explanation = FoundationsText.MomentumExplanation,
    };

    private static (double[] Losses, int Patience) Losses(Random random)
    {
        int epoch = 0;
        double[] losses = [.. Draw(random.Next(4, 14), () => Math.Round(2.0 / ++epoch + random.NextDouble(), 2))];
        return (losses, random.Next(1, 4));
    }

    private static int Stopped(double[] losses, int patience)
    {
        int best = 0, epoch = 1;
        for (; epoch < losses.Length && epoch - best <= patience; epoch++)
            best = losses[epoch] < losses[best] ? epoch : best;
        return epoch - 1;
    }

    private static int FirstRise(double[] losses)
    {
        int epoch = 0;
        while (epoch + 1 < losses.Length && losses[epoch + 1] < losses[epoch])
            epoch++;
        return epoch;
    }

    private static double Descend(double[] gradients, double rate, double beta, double share)
    {
        double weight = 0, velocity = 0;
        foreach (var gradient in gradients)
        {
            velocity = beta * velocity + share * gradient;
            weight -= rate * velocity;
        }

        return weight;
    }
}
