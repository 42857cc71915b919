using Bunit;
using Microsoft.JSInterop;
using MudBlazor.Services;

namespace DataConnectors.Tests.Web.Components;

/// <summary>Tests of components on their own: MudBlazor's services are there, and what scripts would answer does not matter.</summary>
public abstract class ComponentTests : BunitContext
{
    protected ComponentTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    /// <summary>Without a browser there is no Monaco; the text area that stands in must do.</summary>
    /// <returns>The script of the editor, which keeps how it was called.</returns>
    protected BunitJSModuleInterop WithoutMonaco()
    {
        var script = JSInterop.SetupModule("./js/code-editor.js");
        script.SetupVoid("create", _ => true).SetException(new JSException("No Monaco."));
        return script;
    }
}
