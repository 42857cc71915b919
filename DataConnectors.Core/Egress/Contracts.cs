namespace DataConnectors.Core.Egress;

public sealed record EgressTarget(Uri Uri, string Host, int Port, bool IsTrusted);
