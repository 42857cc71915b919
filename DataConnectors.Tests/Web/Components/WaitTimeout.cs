using System.Runtime.CompilerServices;
using Bunit;

namespace DataConnectors.Tests.Web.Components;

/// <summary>Gives components longer to render what a test waits for than a second, which a busy machine with two cores exceeds.</summary>
internal static class WaitTimeout
{
    [ModuleInitializer]
    internal static void Set() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20);
}
