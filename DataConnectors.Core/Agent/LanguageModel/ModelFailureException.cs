namespace DataConnectors.Core.Agent.LanguageModel;

/// <summary>The language model cannot be used for this answer. The message goes on after "The language model".</summary>
internal sealed class ModelFailureException(string message) : Exception(message);
