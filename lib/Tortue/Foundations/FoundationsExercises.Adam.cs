using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.Foundations;

public static partial class FoundationsExercises
{
    private const double AdamEpsilon = 1e-8;

    /// <summary>Exercise 0.7: Adam, as D. P. Kingma and J. Ba have it (ICLR 2015, algorithm 1).</summary>
    public static
        FunctionExercise<
            Func<double[], double, double, double, double>, (double[] Gradients, double Rate, double Beta1, double Beta2), double>
        AdamPath
    { get; } = new()
    {
        Id = "0.7",
        Title = FoundationsText.AdamTitle,
        Arguments = ["gradients", "rate", "beta1", "beta2"],
        Inputs = random =>
            [([1], 0.1, 0.9, 0.999), ([1, 1], 0.1, 0.9, 0.999), .. Draw(20, () => (Vector(random, random.Next(2, 7)), 0.1, 0.9, 0.999))],
        Call = (path, input) => path(input.Gradients, input.Rate, input.Beta1, input.Beta2),
        Answer = SourceCode.Of<Func<double[], double, double, double, double>>((gradients, rate, beta1, beta2) =>
        {
            double weight = 0, m = 0, v = 0;
            for (var t = 1; t <= gradients.Length; t++)
            {
                var g = gradients[t - 1];
                m = beta1 * m + (1 - beta1) * g;
                v = beta2 * v + (1 - beta2) * g * g;
                // m and v themselves stay as they are
                var mHat = m / (1 - Math.Pow(beta1, t));
                var vHat = v / (1 - Math.Pow(beta2, t));
                weight -= rate * mHat / (Math.Sqrt(vHat) + 1e-8);
            }

            return weight;
        }),
        Misconceptions =
        [
            new((g, rate, beta1, beta2) => Adam(g, rate, beta1, beta2, AdamSlip.FedBack), FoundationsText.AdamFedBack),
            new((g, rate, beta1, beta2) => Adam(g, rate, beta1, beta2, AdamSlip.Uncorrected), FoundationsText.AdamUncorrected),
            new((g, rate, beta1, beta2) => Adam(g, rate, beta1, beta2, AdamSlip.FromZero), FoundationsText.AdamFromZero),
            new((g, rate, beta1, beta2) => Adam(g, rate, beta1, beta2, AdamSlip.NoRoot), FoundationsText.AdamNoRoot),
        ],
        Hints = [FoundationsText.AdamHint1, FoundationsText.AdamHint2],
        Explanation = FoundationsText.AdamExplanation,
    };

    private static double Adam(double[] gradients, double rate, double beta1, double beta2, AdamSlip slip)
    {
        double weight = 0, m = 0, v = 0;
        for (int step = 0; step < gradients.Length; step++)
        {
            m = beta1 * m + (1 - beta1) * gradients[step];
            v = beta2 * v + (1 - beta2) * gradients[step] * gradients[step];
            int t = slip == AdamSlip.FromZero ? step : step + 1;
            var (first, second) = slip == AdamSlip.Uncorrected ? (m, v) : (m / (1 - Math.Pow(beta1, t)), v / (1 - Math.Pow(beta2, t)));
            if (slip == AdamSlip.FedBack)
                (m, v) = (first, second);
            weight -= rate * first / ((slip == AdamSlip.NoRoot ? second : Math.Sqrt(second)) + AdamEpsilon);
        }

        return weight;
    }
}
