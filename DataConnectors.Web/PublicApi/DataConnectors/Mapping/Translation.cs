namespace DataConnectors.Web.PublicApi.DataConnectors.Mapping;

/// <summary>Pairs every value of a definition with its name on the wire.</summary>
internal sealed class Translation<TCore, TWire>(params (TCore Core, TWire Wire)[] pairs)
    where TCore : struct, Enum
    where TWire : struct, Enum
{
    private readonly Dictionary<TCore, TWire> wires = pairs.ToDictionary(
        pair => pair.Core,
        pair => pair.Wire
    );
    private readonly Dictionary<TWire, TCore> cores = pairs.ToDictionary(
        pair => pair.Wire,
        pair => pair.Core
    );

    public TWire ToWire(TCore value) => wires[value];

    public TCore ToCore(TWire value) => cores[value];
}
