namespace DataConnectors.Tests.Architecture.Fixture.Upper
{
    internal sealed record Thing(Lower.Thing? Below);
}

namespace DataConnectors.Tests.Architecture.Fixture.Lower
{
    internal sealed record Thing(Upper.Thing? Above);
}
