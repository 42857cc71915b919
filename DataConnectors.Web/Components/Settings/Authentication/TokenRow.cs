using DataConnectors.Core.Credentials;

namespace DataConnectors.Web.Components.Settings.Authentication;

/// <summary>A token in the table.</summary>
/// <param name="Token">What may be known of it.</param>
/// <param name="UsedBy">The names of the data connectors that attach it.</param>
public sealed record TokenRow(TokenSummary Token, IReadOnlyList<string> UsedBy);
