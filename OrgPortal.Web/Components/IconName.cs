namespace OrgPortal.Web.Components;

/// <summary>The portal's icons: line drawings on a 16 px grid.</summary>
public enum IconName
{
    /// <summary>A triangle with an exclamation mark: something needs a look.</summary>
    Alert,

    /// <summary>An arrow to the start: back.</summary>
    ArrowLeft,

    /// <summary>A bell: notices.</summary>
    Bell,

    /// <summary>A building: an organization.</summary>
    Building,

    /// <summary>A calendar sheet.</summary>
    Calendar,

    /// <summary>A check mark: done, chosen.</summary>
    Check,

    /// <summary>Points down: opens a menu.</summary>
    ChevronDown,

    /// <summary>Points to the start.</summary>
    ChevronLeft,

    /// <summary>Points to the end: leads on.</summary>
    ChevronRight,

    /// <summary>Points up and down: switches between things of one kind.</summary>
    ChevronUpDown,

    /// <summary>A clock: time, waiting.</summary>
    Clock,

    /// <summary>A compass: lost.</summary>
    Compass,

    /// <summary>Two sheets: copy.</summary>
    Copy,

    /// <summary>A cross: close, remove.</summary>
    Cross,

    /// <summary>Three dots: further actions.</summary>
    Dots,

    /// <summary>An arrow into a tray: export.</summary>
    Download,

    /// <summary>An arrow that turns into the line: the key that chooses.</summary>
    Enter,

    /// <summary>A sheet of paper.</summary>
    File,

    /// <summary>A globe: domains, languages.</summary>
    Globe,

    /// <summary>A house: the overview.</summary>
    Home,

    /// <summary>An i in a circle: worth knowing.</summary>
    Info,

    /// <summary>A key.</summary>
    Key,

    /// <summary>A keyboard: shortcuts.</summary>
    Keyboard,

    /// <summary>Two chain links.</summary>
    Link,

    /// <summary>Lines with bullets: a log.</summary>
    List,

    /// <summary>A padlock: not for you.</summary>
    Lock,

    /// <summary>An envelope.</summary>
    Mail,

    /// <summary>Three lines: opens the navigation.</summary>
    Menu,

    /// <summary>A crescent: the dark theme.</summary>
    Moon,

    /// <summary>Two bars: pause.</summary>
    Pause,

    /// <summary>Two people: members.</summary>
    People,

    /// <summary>One person.</summary>
    Person,

    /// <summary>A plus sign: add.</summary>
    Plus,

    /// <summary>Two arrows in a circle: again.</summary>
    Refresh,

    /// <summary>A magnifier.</summary>
    Search,

    /// <summary>A paper plane.</summary>
    Send,

    /// <summary>A shield: security.</summary>
    Shield,

    /// <summary>A door with an arrow out of it.</summary>
    SignOut,

    /// <summary>Two sliders: settings.</summary>
    Sliders,

    /// <summary>A sun: the light theme.</summary>
    Sun,

    /// <summary>Two arrows in opposite directions: change one for the other.</summary>
    Swap,

    /// <summary>A bin: delete.</summary>
    Trash,

    /// <summary>An arrow that turns back.</summary>
    Undo,

    /// <summary>An arrow out of a tray: import.</summary>
    Upload,

    /// <summary>Three joined circles: webhooks.</summary>
    Webhook,

    /// <summary>Waves: the connection.</summary>
    Wifi,
}
