namespace Tortue.Training;

/// <summary>A loss that is no number any more ends the training; the message says where.</summary>
internal sealed class DivergenceException(string message) : Exception(message);
