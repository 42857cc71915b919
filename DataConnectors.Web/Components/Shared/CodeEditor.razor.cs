using DataConnectors.Core.Scripting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DataConnectors.Web.Components.Shared;

/// <summary>Text with lines: templates with placeholders, and code with completion and underlined errors.</summary>
public sealed partial class CodeEditor : TextFieldBase, IAsyncDisposable
{
    private const long LongestText = 4 * 1024 * 1024;
    private ElementReference host;
    private ElementReference area;
    private IJSObjectReference? module;
    private DotNetObjectReference<CodeEditor>? self;
    private bool isReady;
    private string shown = "";
    private string? shownLanguage;
    private bool shownReadOnly;
    private IReadOnlyList<PlaceholderName> toldNames = [];
    private IReadOnlyList<CodeParameter> toldParameters = [];
    private IReadOnlyList<ScriptDiagnostic> toldDiagnostics = [];

    /// <summary>Monaco's name of the language: <c>json</c>, <c>python</c>.</summary>
    [Parameter]
    public string Language { get; set; } = "json";

    /// <summary>In pixels.</summary>
    [Parameter]
    public int Height { get; set; } = 180;

    /// <summary>Whether it only shows.</summary>
    [Parameter]
    public bool IsReadOnly { get; set; }

    /// <summary>How wide a step of indentation is, in characters; fixed once the editor is there.</summary>
    [Parameter]
    public int TabSize { get; set; } = 2;

    /// <summary>
    /// Whether Tab indents, as in code. Ctrl+M (on a Mac Ctrl+Shift+M) then lets it leave the editor, which <see cref="FieldBase.Help"/> has
    /// to say. Fixed once the editor is there.
    /// </summary>
    [Parameter]
    public bool TabIndents { get; set; }

    /// <summary>The names that placeholders may hold; empty where there are no placeholders.</summary>
    [Parameter]
    public IReadOnlyList<PlaceholderName> Names { get; set; } = [];

    /// <summary>What the function <c>transform</c> gets, for completion; empty where the text is no code.</summary>
    [Parameter]
    public IReadOnlyList<CodeParameter> Parameters { get; set; } = [];

    /// <summary>Where the code does not compile.</summary>
    [Parameter]
    public IReadOnlyList<ScriptDiagnostic> Diagnostics { get; set; } = [];

    /// <summary>Makes what a name should name; without it, nothing is offered.</summary>
    [Parameter]
    public EventCallback<string> CreateMissing { get; set; }

    /// <summary>Puts the caret at a place, from 1, and brings it into view.</summary>
    public async Task GoToAsync(int line, int column = 1)
    {
        try
        {
            await module.CallAsync("goTo", host, line, column);
        }
        catch (Exception fault)
            when (fault is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // The line is said beside the editor as well; only the caret is not there.
        }
    }

    /// <summary>Called by the script.</summary>
    [JSInvokable]
    public Task TakeAsync(string text)
    {
        Text = shown = text;
        return InvokeAsync(TellAsync);
    }

    /// <summary>Called by the script with a text too long for one message.</summary>
    [JSInvokable]
    public async Task TakeLargeAsync(IJSStreamReference text)
    {
        await using var stream = await text.OpenReadStreamAsync(LongestText);
        using var reader = new StreamReader(stream);
        await TakeAsync(await reader.ReadToEndAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Going, the script still sends what was typed last.
        await module.LetGoAsync("dispose", host);
        self?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                await LoadAsync();
            }
            else if (isReady)
            {
                await ShowChangesAsync();
            }
        }
        catch (JSException)
        {
            // Monaco cannot be loaded: the plain text area stays.
        }
        catch (Exception fault)
            when (fault is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone.
        }
    }

    private async Task LoadAsync()
    {
        module = await Script.InvokeAsync<IJSObjectReference?>("import", "./js/code-editor.js");
        if (module is null)
        {
            return;
        }

        self = DotNetObjectReference.Create(this);
        await TellNamesAsync();
        shownLanguage = Language;
        shownReadOnly = IsReadOnly;
        await module.InvokeVoidAsync(
            "create",
            host,
            area,
            self,
            new
            {
                id = Id,
                label = Label,
                language = Language,
                readOnly = IsReadOnly,
                tabSize = TabSize,
                tabIndents = TabIndents,
            }
        );
        shown = Text;
        isReady = true;
        StateHasChanged();
    }

    private async Task ShowChangesAsync()
    {
        if (shown != Text)
        {
            shown = Text;
            await module.CallAsync("setValue", host, Text);
        }

        if (shownLanguage != Language)
        {
            shownLanguage = Language;
            await module.CallAsync("setLanguage", host, Language);
        }

        if (shownReadOnly != IsReadOnly)
        {
            shownReadOnly = IsReadOnly;
            await module.CallAsync("setReadOnly", host, IsReadOnly);
        }

        if (!ReferenceEquals(toldParameters, Parameters))
        {
            toldParameters = Parameters;
            await module.CallAsync("setParameters", host, Parameters);
        }

        if (!ReferenceEquals(toldDiagnostics, Diagnostics))
        {
            toldDiagnostics = Diagnostics;
            await module.CallAsync("setDiagnostics", host, Diagnostics);
        }

        await TellNamesAsync();
    }

    private async Task TellNamesAsync()
    {
        if (Names.Count > 0 && !ReferenceEquals(toldNames, Names))
        {
            toldNames = Names;
            await module.CallAsync("setPlaceholders", Names.Select(name => name.Name));
        }
    }
}
