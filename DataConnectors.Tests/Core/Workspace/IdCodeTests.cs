using DataConnectors.Core.Workspace;

namespace DataConnectors.Tests.Core.Workspace;

public sealed class IdCodeTests
{
    [Fact]
    public void Code_is_short_and_always_the_same_for_one_workspace()
    {
        var codes = Enumerable
            .Range(1, 1000)
            .Select(id => new WorkspaceSettings { Id = id }.IdCode)
            .ToList();

        Assert.All(codes, code => Assert.Matches("^[a-z0-9]{8}$", code));
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Equal(codes[0], new WorkspaceSettings { Id = 1 }.IdCode);
    }
}
