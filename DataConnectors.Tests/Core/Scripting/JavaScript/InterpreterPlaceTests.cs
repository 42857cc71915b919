using System.Reflection;

namespace DataConnectors.Tests.Core.Scripting.JavaScript;

/// <summary>Where the interpreter may be.</summary>
public sealed class InterpreterPlaceTests
{
    [Theory]
    [InlineData("DataConnectors.Core")]
    [InlineData("DataConnectors.Web")]
    public void The_server_does_not_use_the_interpreter_itself(string assembly) =>
        Assert.DoesNotContain(
            Assembly.Load(assembly).GetReferencedAssemblies(),
            reference => reference.Name is "Jint" or "DataConnectors.Sandbox"
        );
}
