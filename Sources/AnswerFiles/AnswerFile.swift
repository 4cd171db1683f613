import CareTools
